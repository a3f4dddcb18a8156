import { isRepeatable, type Notice } from '#lib/core/notices/notice.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { freshLinks } from './fresh-links.ts';

export type RepeatRefused =
  | { readonly kind: 'no-such-notice' }
  /** Nothing was kept to make it again: it never went out, or gathered several rounds. */
  | { readonly kind: 'not-repeatable' }
  | { readonly kind: 'moved-meanwhile' };

/** Sends a mail of old again, word for word as it went out then; only its link is a fresh one. One repetition a request. */
export async function repeatNotice(
  desk: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly notice: string; readonly request: string },
): Promise<Result<Notice, RepeatRefused>> {
  const [round, old] = await Promise.all([
    find(desk.table, rows.round, keys.round(wish.round)),
    find(desk.table, rows.notice, keys.notice(wish.round, wish.notice)),
  ]);
  if (!round || !old || !/^[a-z0-9]{1,32}$/.test(wish.request)) return refuse({ kind: 'no-such-notice' });
  if (!isRepeatable(old)) return refuse({ kind: 'not-repeatable' });
  const id = `${old.id}~${wish.request}`;
  const done = await find(desk.table, rows.notice, keys.notice(round.id, id));
  if (done) return ok(done);
  const at = desk.world.now();
  const links = await freshLinks(desk, old);
  const {
    sentAt: _sentAt,
    messageId: _messageId,
    reason: _reason,
    settledAt: _settledAt,
    after: _after,
    retry: _retry,
    ...rest
  } = old;
  const again: Notice = { ...rest, id, exact: true, state: 'pending', attempt: 0, dueAt: at, createdAt: at };
  const trail = audited(round.chain, {
    aggregate: round.id,
    at,
    actor,
    act: 'notice.repeat',
    detail: { notice: old.id },
  });
  const written = await desk.table.commit([
    { put: rows.notice.item({ ...again, ...links.tokens }), expect: { absent: true } },
    ...links.writes,
    {
      put: rows.round.item({ ...round, version: round.version + 1, chain: trail.chain }),
      expect: { equals: { version: round.version } },
    },
    trail.write,
  ]);
  return written.ok ? ok(again) : refuse({ kind: 'moved-meanwhile' });
}
