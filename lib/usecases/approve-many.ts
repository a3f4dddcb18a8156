import type { Actor } from '#lib/core/permission/actor.ts';
import { may } from '#lib/core/permission/table.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { inLanes } from './jobs/work.ts';
import { type ReviewRefused, reviewAnswer } from './review-answer.ts';

/** One ticked line of the table: the hospital, and the revision that stood there. */
export interface Ticked {
  readonly organisation: string;
  readonly revision: number;
}

/** What became of each ticked line. */
export interface ManyApproved {
  readonly approved: readonly string[];
  readonly refused: readonly { readonly name: string; readonly kind: ReviewRefused['kind'] }[];
}

/** Most lines that one press approves; more than a prefecture has. */
export const mostAtOnce = 100;

/** Approves the ticked answers a few side by side, each in its own transaction; what the person may not approve counts as not asked. */
export async function approveMany(
  desk: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly ticked: readonly Ticked[]; readonly request: string },
): Promise<ManyApproved> {
  const lines = new Map(wish.ticked.slice(0, mostAtOnce).map(({ organisation, revision }) => [organisation, revision]));
  const heads = await desk.table.getAll([...lines.keys()].map((organisation) => keys.answer(wish.round, organisation)));
  const answers = new Map(heads.map((item) => rows.answer.read(item)).map((answer) => [answer.organisation, answer]));
  const refusals = new Map<string, ManyApproved['refused'][number]>();
  await inLanes([...lines], async ([organisation, revision]) => {
    const answer = answers.get(organisation);
    if (!answer || !may(actor, 'answer.approve', answer)) {
      refusals.set(organisation, { name: organisation, kind: 'not-asked' });
      return;
    }
    const decision = { kind: 'approve' } as const;
    const request = `${wish.request}.${organisation}`;
    const done = await reviewAnswer(desk, actor, { round: wish.round, organisation, decision, revision, request });
    if (!done.ok) refusals.set(organisation, { name: answer.name, kind: done.error.kind });
  });
  const all = [...lines.keys()];
  return {
    approved: all.filter((organisation) => !refusals.has(organisation)),
    refused: all.flatMap((organisation) => refusals.get(organisation) ?? []),
  };
}
