import { addDays, dayOfInstant, daysBetween } from '#lib/core/calendar/day.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { type Actor, officeOf } from '#lib/core/permission/actor.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import { owes } from '#lib/core/rounds/answer.ts';
import { type Step, stepsOf } from '#lib/core/rounds/ladder.ts';
import { type Tally, tally } from '#lib/core/rounds/progress.ts';
import { type Round, seesRound } from '#lib/core/rounds/round.ts';
import { lists } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { openCorrections } from './open-corrections.ts';
import { allRounds, answersOf, mailStanding, mailsAbout, mailsOf } from './read-round.ts';

/** One round that needs somebody's eye today, with the figures that say why. */
export interface RoundWork {
  readonly round: Round;
  readonly tally: Tally;
  /** Answers that are being corrected after the round was released or ended. */
  readonly corrections: readonly Answer[];
  /** Days until the due day; negative when it has passed. */
  readonly daysLeft: number;
  /** Owing an answer while the due day is at most a week away or past. */
  readonly dueSoon: number;
  /** Owing an answer, and no mail reaches them: to be phoned. */
  readonly unreachable: readonly Answer[];
  /** Hospitals of whose newest mail nobody knows what became. */
  readonly unknown: number;
  readonly nextStep: Step | undefined;
}

export interface TodaysWork {
  /** Rounds that are being asked, prepared or handed over, newest first. */
  readonly rounds: readonly RoundWork[];
  readonly jobs: readonly Job[];
  readonly asOf: string;
}

const live: readonly Round['state'][] = ['preparing', 'opening', 'open', 'stopped', 'releasing'];

/** Days before the due day from which what is owed counts as due soon. */
const soon = 7;

/** What waits for somebody's office: rounds of its own, and for a prefecture also the ministry's. */
export async function todaysWork(desk: Desk, actor: Actor): Promise<TodaysWork> {
  const asOf = desk.world.now();
  const prefecture = actor.kind === 'prefecture' ? actor.prefecture : undefined;
  const [rounds, jobs, open] = await Promise.all([allRounds(desk), runningJobs(desk), openCorrections(desk)]);
  const corrected = new Set(open.map(({ round }) => round));
  const shown = rounds.filter(
    (round) =>
      (live.includes(round.state) || corrected.has(round.id)) &&
      ['ministry', prefecture].includes(ownerOf(round)) &&
      seesRound(actor, round),
  );
  const works = await Promise.all(shown.map((round) => workOf(desk, round, asOf, prefecture)));
  return {
    rounds: works.filter(({ round, corrections }) => live.includes(round.state) || corrections.length > 0),
    jobs: jobs.filter(({ by }) => may(actor, 'job.see', { office: officeOf(by) })),
    asOf,
  };
}

async function workOf(desk: Desk, round: Round, asOf: string, prefecture?: string): Promise<RoundWork> {
  const answers = await answersOf(desk, round.id, prefecture);
  const notices = prefecture === undefined ? mailsOf(desk, round.id) : mailsAbout(desk, round.id, answers);
  const mail = mailStanding(await notices);
  const owing = answers.filter(({ state }) => owes(state));
  const today = dayOfInstant(asOf);
  return {
    round,
    tally: tally(answers),
    corrections: answers.filter(({ correction }) => correction !== undefined),
    daysLeft: daysBetween(today, round.due),
    dueSoon: addDays(today, soon) >= round.due ? owing.length : 0,
    unreachable: owing.filter(({ organisation }) => ['unreachable', undefined].includes(mail.get(organisation))),
    unknown: answers.filter(({ organisation }) => mail.get(organisation) === 'unknown').length,
    nextStep: round.state === 'open' ? stepsOf(round).find(({ at }) => at > asOf) : undefined,
  };
}

/** Jobs under way, or prepared and waiting for somebody to say go. */
async function runningJobs({ table }: Desk): Promise<Job[]> {
  const { items } = await table.query({ index: 'gsi1', pk: lists.jobs(), descending: true, limit: 50 });
  return items.map((item) => rows.job.read(item)).filter(({ state }) => state === 'running' || state === 'waiting');
}
