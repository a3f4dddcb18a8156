import type { Notice, RoundMail, RoundNotice } from '#lib/core/notices/notice.ts';
import type { Wording, WordingVersion } from '#lib/core/notices/wording.ts';
import type { Letter } from '#lib/core/ports.ts';
import { answerState } from '#lib/core/rounds/answer.ts';
import { dueOf } from '#lib/core/rounds/correction.ts';
import { inWhoseName, type Round } from '#lib/core/rounds/round.ts';
import { builtInWordings } from '#lib/mail/built-in-wordings.ts';
import { compose } from '#lib/mail/compose.ts';
import type { Context, Other } from '#lib/mail/letter/context.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { newestWording } from './newest-wording.ts';

type Reader = Pick<Desk, 'table' | 'programs'>;

/** A letter, and what must be kept to make it again word for word. */
export interface Composed {
  readonly letter: Letter;
  readonly composed: NonNullable<Notice['composed']>;
}

/** The newest published wording of a kind, or the built-in one as version 0. */
export async function currentWording(
  { table }: Pick<Desk, 'table'>,
  kind: RoundMail,
): Promise<Wording & Partial<WordingVersion> & { readonly version: number }> {
  return (await newestWording({ table }, kind)) ?? { ...builtInWordings[kind], version: 0 };
}

/** The letter of a mail as it goes out now; of an exact repetition, as it went out then, but for the secret of its link. */
export async function letterOf(
  desk: Reader,
  notice: RoundNotice,
  origin: string,
  now: string,
  { others = [], round: read }: { readonly others?: readonly Other[]; readonly round?: Round | undefined } = {},
): Promise<Composed> {
  const context = { ...(await contextOf(desk, notice, origin, now, read)), others };
  const { exact, composed } = notice;
  if (exact && composed) return { letter: compose(asThen(context, composed), await wordingAt(desk, notice)), composed };
  const wording = await currentWording(desk, notice.kind);
  const { round, answer, organisationName } = context;
  const kept = {
    wording: wording.version,
    at: now,
    due: round.due,
    hospital: organisationName,
    ...(round.release === undefined ? {} : { release: round.release }),
    ...(answer === undefined ? {} : { state: answer.state }),
    ...(answer?.submittedAt === undefined ? {} : { submittedAt: answer.submittedAt }),
  };
  return { letter: compose(context, wording), composed: kept };
}

async function wordingAt({ table }: Reader, { kind, composed }: RoundNotice): Promise<Wording> {
  const version = composed?.wording ?? 0;
  return (await find(table, rows.wording, keys.wording(kind, version))) ?? builtInWordings[kind];
}

function asThen(context: Context, composed: NonNullable<Notice['composed']>): Context {
  const { round, answer } = context;
  const { release: _release, ...rest } = round;
  const { submittedAt: _submittedAt, ...own } = answer ?? {};
  const state = answerState.safeParse(composed.state);
  return {
    ...context,
    others: (context.others ?? []).map(otherAsThen),
    now: composed.at,
    organisationName: composed.hospital ?? context.organisationName,
    round: {
      ...rest,
      due: composed.due ?? round.due,
      ...(composed.release === undefined ? {} : { release: composed.release }),
    },
    answer: answer && {
      ...answer,
      ...own,
      state: state.success ? state.data : answer.state,
      submittedAt: composed.submittedAt,
    },
  };
}

function otherAsThen(other: Other): Other {
  const { due = other.round.due, state: then } = other.also;
  const state = answerState.safeParse(then);
  return {
    ...other,
    round: { ...other.round, due },
    answer: { ...other.answer, state: state.success ? state.data : other.answer.state },
  };
}

/** What a mail may speak of, as true now; the round is read unless it was just now. */
export async function contextOf(
  desk: Reader,
  notice: RoundNotice,
  origin: string,
  now: string,
  read?: Round,
): Promise<Context> {
  const [round, organisation, answer] = await Promise.all([
    read ?? find(desk.table, rows.round, keys.round(notice.round), 'lately'),
    find(desk.table, rows.organisation, keys.organisation(notice.organisation), 'lately'),
    find(desk.table, rows.answer, keys.answer(notice.round, notice.organisation)),
  ]);
  if (!round) throw new Error(`notice ${notice.id} belongs to no round`);
  const found = await findSurvey(desk, round);
  return {
    notice,
    round: { ...round, due: dueOf(round, answer) },
    programName: inWhoseName(round, found?.program),
    minutes: found?.survey.form.sections.reduce((sum, section) => sum + section.minutes, 0) ?? 0,
    organisationName: organisation?.name ?? '',
    answer,
    origin,
    now,
  };
}
