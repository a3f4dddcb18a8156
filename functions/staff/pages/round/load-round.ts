import type { StaffDesk } from '#functions/staff/desk.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { NoticeStanding } from '#lib/core/notices/notice.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { AnswerStanding } from '#lib/core/rounds/answer.ts';
import { type AnsweredRound, responseCurve } from '#lib/core/rounds/curve.ts';
import { type MissedStep, missedSteps, type Step, stepsOf } from '#lib/core/rounds/ladder.ts';
import { tally } from '#lib/core/rounds/progress.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import {
  allRounds,
  mailsAbout,
  mailsOf,
  readRound,
  type StepTaken,
  standingsOf,
  stepsTaken,
} from '#lib/usecases/read-round.ts';

/** What a round's page shows: the nation to the ministry, its own part to a prefecture. */
export interface RoundView {
  readonly round: Round;
  readonly prefecture: string | undefined;
  readonly answers: readonly AnswerStanding[];
  readonly notices: readonly NoticeStanding[];
  readonly taken: readonly StepTaken[];
  readonly missed: readonly MissedStep[];
  readonly coming: readonly Step[];
  /** The newest round before it of the same survey, once that was released. */
  readonly past: AnsweredRound | undefined;
  readonly today: string;
  readonly asOf: string;
}

/** Loads a round's page for one person. */
export async function loadRound(desk: StaffDesk, actor: Actor, id: string): Promise<RoundView | undefined> {
  const prefecture = actor.kind === 'prefecture' ? actor.prefecture : undefined;
  const [round, answers, notices, taken] = await Promise.all([
    readRound(desk, id),
    standingsOf(desk, id, prefecture),
    prefecture === undefined ? mailsOf(desk, id) : [],
    stepsTaken(desk, id),
  ]);
  if (!round) return undefined;
  const asOf = desk.world.now();
  const [own, past] = await Promise.all([
    prefecture === undefined ? notices : mailsAbout(desk, id, answers),
    roundBefore(desk, round, prefecture),
  ]);
  return {
    round,
    prefecture,
    answers,
    notices: own,
    taken,
    missed: round.state === 'open' ? missedSteps(round, new Set(taken.map(({ step }) => step)), asOf) : [],
    coming: round.state === 'open' ? stepsOf(round).filter(({ at }) => at > asOf) : [],
    past,
    today: dayOfInstant(asOf),
    asOf,
  };
}

async function roundBefore(desk: StaffDesk, round: Round, prefecture?: string): Promise<AnsweredRound | undefined> {
  const before = (await allRounds(desk)).find(
    ({ program, survey, state, openedAt = '' }) =>
      program === round.program &&
      survey === round.survey &&
      state === 'released' &&
      openedAt < (round.openedAt ?? round.createdAt),
  );
  if (!before) return undefined;
  const answers = await standingsOf(desk, before.id, prefecture);
  return { title: before.title, asked: tally(answers).asked, due: before.due, curve: responseCurve(answers) };
}
