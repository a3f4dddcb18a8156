import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type ProposalStanding, type ReleaseProposal, standingOf } from '#lib/core/rounds/release-proposal.ts';
import type { MoveRefused } from './move-round.ts';

/** What is put before two people, as it is now: pages carry its digest, so that both confirm the same. */
export interface BeforeTwo {
  /** Whether there is anything to pass on. */
  readonly empty: boolean;
  readonly covers: string;
  readonly standing: ProposalStanding;
}

type TurnRefused =
  | { readonly kind: 'nothing-to-release' }
  | { readonly kind: 'not-given'; readonly standing: ProposalStanding };

/** Why what two people do is not asked for or confirmed: there is nothing to pass on; nobody, or the same person, asked for it; or answers changed since. */
export type TwoRefused = MoveRefused | TurnRefused;

/** The account of whoever acts; '' for who has none. */
const accountOf = (actor: Actor): string => ('id' in actor ? actor.id : '');

/** The first person's word. */
export const proposalBy = (actor: Actor, at: string, covers: string): ReleaseProposal => ({
  by: accountOf(actor),
  name: personName(actor),
  at,
  covers,
});

/** How a proposal stands before whoever looks at it. */
export const standingBefore = (actor: Actor, proposal: ReleaseProposal | undefined, covers: string): ProposalStanding =>
  standingOf(proposal, covers, accountOf(actor));

/** Whether the first person may ask: what they saw must still be what there is. */
export function mayAsk({ empty, covers }: BeforeTwo, seen: string): Result<void, TurnRefused> {
  if (empty) return refuse({ kind: 'nothing-to-release' });
  return covers === seen ? ok(undefined) : refuse({ kind: 'not-given', standing: 'lapsed' });
}

/** Whether the second may confirm: another person asked for what is there now and was seen. */
export function mayConfirm({ empty, covers, standing: stands }: BeforeTwo, seen: string): Result<void, TurnRefused> {
  if (empty) return refuse({ kind: 'nothing-to-release' });
  const standing = covers === seen ? stands : 'lapsed';
  return standing === 'given' ? ok(undefined) : refuse({ kind: 'not-given', standing });
}
