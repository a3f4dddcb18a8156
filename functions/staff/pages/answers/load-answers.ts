import type { PageRequest } from '#functions/site/request.ts';
import { param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import { ownPrefecture } from '#functions/staff/page.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import {
  answersOf,
  type MailStanding,
  mailStanding,
  mailsAbout,
  mailsOf,
  readRound,
} from '#lib/usecases/read-round.ts';
import { filterOf } from './answer-filter.ts';

/** Lines on one page of the table. */
export const pageSize = 100;

/** One page of a round's answers as filtered; `confined` is set where the person sees one prefecture only. */
export interface AnswersView {
  readonly round: Round;
  readonly confined: string | undefined;
  readonly prefecture: string;
  readonly state: string;
  readonly all: number;
  readonly found: number;
  readonly answers: readonly Answer[];
  readonly mail: ReadonlyMap<string, MailStanding>;
  readonly page: number;
  readonly pages: number;
  readonly asOf: string;
}

/** Loads the table; a prefecture's staff get their own prefecture whatever the address says. */
export async function loadAnswers(desk: StaffDesk, request: PageRequest): Promise<AnswersView | undefined> {
  const round = await readRound(desk, param(request, 'round'));
  if (!round) return undefined;
  const confined = ownPrefecture(request);
  const prefecture = confined ?? request.query.get('prefecture') ?? '';
  const answers = await answersOf(desk, round.id, prefecture === '' ? undefined : prefecture);
  const notices = prefecture === '' ? mailsOf(desk, round.id) : mailsAbout(desk, round.id, answers);
  const mail = mailStanding(await notices);
  const filter = filterOf(request.query.get('state'));
  const found = answers.filter((answer) => filter?.keeps(answer, mail));
  const pages = Math.max(Math.ceil(found.length / pageSize), 1);
  const page = Math.min(Math.max(Number.parseInt(request.query.get('page') ?? '1', 10) || 1, 1), pages);
  return {
    round,
    confined,
    prefecture,
    state: filter?.value ?? '',
    all: answers.length,
    found: found.length,
    answers: found.slice((page - 1) * pageSize, page * pageSize),
    mail,
    page,
    pages,
    asOf: desk.world.now(),
  };
}
