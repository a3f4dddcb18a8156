import { isResendable, type Notice } from '#lib/core/notices/notice.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { freshLinks } from './fresh-links.ts';
import { readOutbox } from './outbox.ts';

export type ResendRefused =
  | { readonly kind: 'no-such-notice' }
  | { readonly kind: 'settled'; readonly notice: Notice }
  | { readonly kind: 'moved-meanwhile' };

/** Sends a mail again of which nobody knows what became (送信結果不明), or which SES did not take: a person takes the risk of a second one, and the trail says who. */
export async function resendNotice(
  desk: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly notice: string },
): Promise<Result<Notice, ResendRefused>> {
  const [outbox, notice] = await Promise.all([
    readOutbox(desk, wish.round),
    find(desk.table, rows.notice, keys.notice(wish.round, wish.notice)),
  ]);
  if (!outbox || !notice) return refuse({ kind: 'no-such-notice' });
  if (!isResendable(notice)) return refuse({ kind: 'settled', notice });
  const at = desk.world.now();
  const { reason: _reason, settledAt: _settledAt, ...rest } = notice;
  const links = notice.token === undefined ? await freshLinks(desk, notice) : undefined;
  const again: Notice = { ...rest, ...links?.tokens, state: 'pending', dueAt: at };
  const written = await desk.table.commit([
    {
      put: rows.notice.item(again),
      expect: { equals: { state: notice.state, attempt: notice.attempt } },
    },
    ...outbox.noted({ at, actor, act: 'notice.resend', detail: { notice: notice.id } }),
    ...(links?.writes ?? []),
  ]);
  return written.ok ? ok(again) : refuse({ kind: 'moved-meanwhile' });
}
