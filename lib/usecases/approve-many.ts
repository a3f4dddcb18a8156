import type { Actor } from '#lib/core/permission/actor.ts';
import { may } from '#lib/core/permission/table.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
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

/** Approves the ticked answers one by one, each in its own transaction; what the person may not approve counts as not asked. */
export async function approveMany(
  desk: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly ticked: readonly Ticked[]; readonly request: string },
): Promise<ManyApproved> {
  const ticked = wish.ticked.slice(0, mostAtOnce);
  const heads = await desk.table.getAll(ticked.map(({ organisation }) => keys.answer(wish.round, organisation)));
  const answers = new Map(heads.map((item) => rows.answer.read(item)).map((answer) => [answer.organisation, answer]));
  const approved: string[] = [];
  const refused: { name: string; kind: ReviewRefused['kind'] }[] = [];
  for (const { organisation, revision } of ticked) {
    const answer = answers.get(organisation);
    if (!answer || !may(actor, 'answer.approve', answer)) {
      refused.push({ name: organisation, kind: 'not-asked' });
      continue;
    }
    const decision = { kind: 'approve' } as const;
    const request = `${wish.request}.${organisation}`;
    const done = await reviewAnswer(desk, actor, { round: wish.round, organisation, decision, revision, request });
    if (done.ok) approved.push(organisation);
    else refused.push({ name: answer.name, kind: done.error.kind });
  }
  return { approved, refused };
}
