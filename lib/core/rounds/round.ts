import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { type Actor, officeOf } from '../permission/actor.ts';
import { owner, ownerOf } from '../permission/owner.ts';
import { may } from '../permission/table.ts';
import { ok, type Result, refuse } from '../result.ts';
import { number, someNumber, someText, text } from '../shapes.ts';
import { releaseProposal } from './release-proposal.ts';

/** A round's stored states; 締切後 is not stored, it follows from the due day. */
export const roundState = z.enum([
  'preparing',
  'opening',
  'open',
  'stopped',
  'releasing',
  'released',
  'ended',
  'cancelled',
]);
export type RoundState = z.infer<typeof roundState>;

/** One rung of a reminder ladder: so many days from the due day (negative: before it), at 9:30 JST. */
export const rung = z.object({ offset: number });
export type Rung = z.infer<typeof rung>;

/** Whom a round on a form made by staff asks: a side by the edition's areas, or every hospital, of all prefectures or of some; or single hospitals alone. */
export const audience = z.object({
  asks: z.enum(['source', 'destination', 'every']),
  prefectures: z.optional(z.array(text)),
  /** Ids of the only hospitals that are asked. */
  organisations: z.optional(z.array(text)),
});

/** Most hospitals that are chosen one by one; a rule or prefectures ask more. */
export const chosenMost = 500;

/** One asking of one survey (回): what is asked, of whom, by when, and to whom the answers go. */
export const round = z.object({
  id: text,
  owner,
  program: text,
  edition: text,
  /** A survey of the edition; the id of the form where staff made it. */
  survey: text,
  form: z.object({ id: text, version: number }),
  /** Only on a form made by staff; a survey of the edition says itself whom it asks. */
  audience: z.optional(audience),
  title: text,
  /** JST day on which the hospitals are to be asked, where one is planned: a person opens the round, the plan alone never. */
  opening: someText,
  /** JST days. */
  due: text,
  /** Absent where the answers are handed to nobody. */
  release: someText,
  ladder: z.array(rung),
  state: roundState,
  /** Hospitals asked; 0 until opened. */
  asked: number,
  /** 連携元 hospitals told on release; 0 until released. */
  informed: number,
  office: z.object({ name: text, telephone: text }),
  createdAt: text,
  /** When the check of addresses was ordered last, ISO instant. */
  checkedAt: someText,
  openedAt: someText,
  releasedAt: someText,
  /** Why no answers are taken for now, as hospitals read it; only while stopped. */
  stoppedFor: someText,
  /** When its reminders were paused, and when they were taken up again; ISO instants of the last time. */
  remindersPausedAt: someText,
  remindersResumedAt: someText,
  /** Who asked that the answers be handed on; a second person confirms it. */
  releaseProposal: z.optional(releaseProposal),
  /** How often what was released was updated by corrected answers; lists are computed from the last. Absent: never. */
  updates: someNumber,
  /** Who asked that what was released be updated; a second person confirms it. */
  updateProposal: z.optional(releaseProposal),
  /** The update under way: its number, and which revision of whose answer it passes on. */
  updating: z.optional(z.object({ update: number, revisions: z.record(text, number) })),
  /** The job that opens the round, releases it or updates what it released, while it runs and after. */
  job: someText,
  version: number,
  chain,
});
export type Round = z.infer<typeof round>;

/** Why a round cannot go where it was told to. */
export interface WrongRoundState {
  readonly kind: 'wrong-state';
  readonly state: RoundState;
}

const ways: Readonly<Record<RoundState, readonly RoundState[]>> = {
  preparing: ['opening', 'cancelled'],
  opening: ['open'],
  open: ['stopped', 'releasing', 'cancelled'],
  stopped: ['open', 'releasing', 'cancelled'],
  releasing: ['released'],
  released: ['ended'],
  ended: [],
  cancelled: [],
};

/** Ways of a round whose answers are handed to nobody: it ends without a release. */
const waysWithoutRelease: typeof ways = {
  ...ways,
  open: ['stopped', 'ended', 'cancelled'],
  stopped: ['open', 'ended', 'cancelled'],
};

const waysOf = ({ state, release }: Round): readonly RoundState[] =>
  (release === undefined ? waysWithoutRelease : ways)[state];

/** Moves a round to a next state, or says that the way is not open. */
export function moveRound(before: Round, to: RoundState): Result<Round, WrongRoundState> {
  if (!waysOf(before).includes(to)) return refuse({ kind: 'wrong-state', state: before.state });
  return ok({ ...before, state: to, version: before.version + 1 });
}

/** Whether what was answered may be handed on. */
export const isReleasableRound = (round: Round): boolean => waysOf(round).includes('releasing');

/** Whether a round whose answers are handed to nobody may be ended now. */
export const isEndable = (round: Round): boolean => round.release === undefined && waysOf(round).includes('ended');

/** States of a round in which hospitals may answer, for the condition that guards a submission. */
export const answerableStates: readonly RoundState[] = ['opening', 'open'];

/** Whether hospitals may still answer; after the due day they may until release, and the answer is marked late. */
export const isAnswerable = ({ state }: Round): boolean => answerableStates.includes(state);

/** Whether answers may still be owed to it: hospitals may answer, or could again when it is reopened. */
export const isUnderWay = ({ state }: Round): boolean => state === 'stopped' || answerableStates.includes(state);

/** Whether its reminders are paused. */
export const isQuiet = ({ remindersPausedAt, remindersResumedAt = '' }: Round): boolean =>
  remindersPausedAt !== undefined && remindersPausedAt > remindersResumedAt;

/** Whether somebody's office sees that there is such a round: while it is prepared only whose own it is. */
export const seesRound = (actor: Actor, seen: Pick<Round, 'owner' | 'state'>): boolean =>
  may(actor, 'round.see', { office: ownerOf(seen) }) &&
  (seen.state !== 'preparing' || officeOf(actor) === ownerOf(seen));

/** In whose name hospitals are asked: a scheme's, or the office's of a prefecture that asks its own; '' where the scheme is gone. */
export const inWhoseName = (
  { owner: prefecture, office }: Round,
  program: { readonly name: string } | undefined,
): string => (prefecture === undefined ? (program?.name ?? '') : office.name);
