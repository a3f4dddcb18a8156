import { later } from '#lib/core/calendar/later.ts';
import { type Distribution, farthestDays, isOut } from '#lib/core/distributions/distribution.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk, Desk } from '../desk.ts';
import { newJob } from '../start-job.ts';
import { distributionRows } from './distribution-rows.ts';
import { digestOf, findAudience } from './find-audience.ts';
import { keepDistribution } from './keep-distribution.ts';
import { readDistribution } from './read-distributions.ts';

export interface SendRefused {
  readonly kind:
    | 'no-such-document'
    | 'no-files'
    | 'nobody'
    | 'audience-moved'
    | 'not-then'
    | 'wrong-state'
    | 'moved-meanwhile';
}

/** What was on the page when somebody pressed: `seen` is the digest of whom it showed, `version` the document's. */
interface SendWish {
  readonly id: string;
  readonly seen: string;
  readonly version: number;
}

/** Sends a document to whom was shown: freezes them and orders the job that writes their mails. When they or the document have moved since, nothing goes out. */
export async function sendDistribution(
  desk: AreaDesk,
  actor: Actor,
  wish: SendWish,
): Promise<Result<Distribution, SendRefused>> {
  const before = await readDistribution(desk, wish.id);
  if (before && isOut(before)) return ok(before);
  const frozen = await freeze(desk, before, wish);
  if (!frozen.ok) return frozen;
  return begin(desk, actor, frozen.value.document, [frozen.value.write]);
}

/** Sets a document's sending for an instant: whom was shown is frozen now, their mails are written then. It is a draft no more until that is taken back. */
export async function scheduleDistribution(
  desk: AreaDesk,
  actor: Actor,
  wish: SendWish & { readonly sendAt: string },
): Promise<Result<Distribution, SendRefused>> {
  const before = await readDistribution(desk, wish.id);
  const { sendAt } = wish;
  if (before?.state === 'scheduled' && before.sendAt === sendAt) return ok(before);
  const now = desk.world.now();
  if (sendAt <= now || sendAt > later(now, { days: farthestDays })) return refuse({ kind: 'not-then' });
  const frozen = await freeze(desk, before, wish);
  if (!frozen.ok) return frozen;
  const { document, write } = frozen.value;
  const detail = { sendAt, organisations: document.counted ?? 0, files: document.files.length };
  return keepDistribution(
    desk,
    actor,
    { ...document, state: 'scheduled', sendAt },
    { act: 'distribution.schedule', detail, others: [write] },
  );
}

/** Takes a document that was to be sent later back to a draft, and forgets whom it was to go to. One that is a draft already is no trouble. */
export async function unscheduleDistribution(
  desk: Pick<Desk, 'table' | 'world'>,
  actor: Actor,
  id: string,
): Promise<Result<Distribution, SendRefused>> {
  const before = await readDistribution(desk, id);
  if (!before) return refuse({ kind: 'no-such-document' });
  if (before.state === 'draft') return ok(before);
  if (before.state !== 'scheduled') return refuse({ kind: 'wrong-state' });
  const { sendAt: _sendAt, counted: _counted, reached: _reached, shown: _shown, ...draft } = before;
  return keepDistribution(
    desk,
    actor,
    { ...draft, state: 'draft' },
    { act: 'distribution.unschedule', others: [{ delete: keys.jobPart(jobOf(id), 'targets') }] },
  );
}

/** Begins the sending of a document whose time has come; whoever comes second finds it begun. */
export const beginDistribution = (
  desk: Desk,
  actor: Actor,
  before: Distribution,
): Promise<Result<Distribution, SendRefused>> => begin(desk, actor, before, []);

const jobOf = (id: string): string => `send-${id}`;

/** A draft with whom it goes to, and the write that freezes them. */
async function freeze(
  desk: AreaDesk,
  before: Distribution | undefined,
  wish: SendWish,
): Promise<Result<{ readonly document: Distribution; readonly write: Write }, SendRefused>> {
  if (!before) return refuse({ kind: 'no-such-document' });
  if (before.state !== 'draft') return refuse({ kind: 'wrong-state' });
  if (before.version !== wish.version) return refuse({ kind: 'moved-meanwhile' });
  if (before.files.length === 0) return refuse({ kind: 'no-files' });
  const found = await findAudience(desk, before.audience);
  if (found.chosen.length === 0) return refuse({ kind: 'nobody' });
  const shown = digestOf(found);
  if (shown !== wish.seen) return refuse({ kind: 'audience-moved' });
  const ids = found.chosen.map(({ organisation }) => organisation.id);
  const reached = [...new Set(found.chosen.map(({ organisation }) => organisation.prefecture))];
  return ok({
    document: { ...before, counted: ids.length, reached, shown },
    write: { put: rows.jobPart.item({ job: jobOf(before.id), part: 'targets', body: ids }) },
  });
}

/** Orders the job that writes the mails to those who were frozen, and says so where an older document is corrected. */
async function begin(
  desk: Desk,
  actor: Actor,
  document: Distribution,
  others: readonly Write[],
): Promise<Result<Distribution, SendRefused>> {
  const at = desk.world.now();
  const total = document.counted ?? 0;
  const { write } = newJob(desk, actor, {
    id: jobOf(document.id),
    kind: 'send-document',
    title: `文書の送信（${document.title}）`,
    subject: document.id,
    total,
  });
  return keepDistribution(
    desk,
    actor,
    { ...document, state: 'sending', sentAt: at },
    {
      act: 'distribution.send',
      detail: { organisations: total, files: document.files.length },
      others: [write, ...others, ...correcting(document, at)],
    },
  );
}

const correcting = ({ corrects, id, title }: Distribution, at: string): readonly Write[] =>
  corrects === undefined
    ? []
    : [
        {
          put: distributionRows.correction.item({ distribution: corrects, by: id, title, at }),
          expect: { absent: true },
        },
      ];
