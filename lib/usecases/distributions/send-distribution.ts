import type { Distribution } from '#lib/core/distributions/distribution.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk } from '../desk.ts';
import { newJob } from '../start-job.ts';
import { distributionRows } from './distribution-rows.ts';
import { digestOf, findAudience } from './find-audience.ts';
import { keepDistribution } from './keep-distribution.ts';
import { readDistribution } from './read-distributions.ts';

export interface SendRefused {
  readonly kind: 'no-such-document' | 'no-files' | 'nobody' | 'audience-moved' | 'moved-meanwhile';
}

/** Sends a document to whom was shown: freezes them and orders the job that writes their mails. `seen` is the digest of those shown, `version` of the document; when either has moved, nothing goes out. */
export async function sendDistribution(
  desk: AreaDesk,
  actor: Actor,
  wish: { readonly id: string; readonly seen: string; readonly version: number },
): Promise<Result<Distribution, SendRefused>> {
  const before = await readDistribution(desk, wish.id);
  if (!before) return refuse({ kind: 'no-such-document' });
  if (before.state !== 'draft') return ok(before);
  if (before.version !== wish.version) return refuse({ kind: 'moved-meanwhile' });
  if (before.files.length === 0) return refuse({ kind: 'no-files' });
  const found = await findAudience(desk, before.audience);
  if (found.chosen.length === 0) return refuse({ kind: 'nobody' });
  if (digestOf(found) !== wish.seen) return refuse({ kind: 'audience-moved' });
  const ids = found.chosen.map(({ organisation }) => organisation.id);
  const reached = [...new Set(found.chosen.map(({ organisation }) => organisation.prefecture))];
  const at = desk.world.now();
  const { job, write } = newJob(desk, actor, {
    id: `send-${before.id}`,
    kind: 'send-document',
    title: `文書の送信（${before.title}）`,
    subject: before.id,
    total: ids.length,
  });
  const frozen: Write = {
    put: rows.jobPart.item({ job: job.id, part: 'targets', body: ids }),
    expect: { absent: true },
  };
  return keepDistribution(
    desk,
    actor,
    { ...before, state: 'sending', sentAt: at, counted: ids.length, reached },
    {
      act: 'distribution.send',
      detail: { organisations: ids.length, files: before.files.length },
      others: [write, frozen, ...correcting(before, at)],
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
