import { type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { AuditEntry } from '#lib/core/audit/entry.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Values } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { type OpenSurvey, openSurvey } from '#lib/usecases/open-survey.ts';
import { readPrevious, valuesOf } from '#lib/usecases/read-answer.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { noticesOf } from '#lib/usecases/read-round.ts';
import { type ComparedSection, compareAnswer } from './compare-answer.ts';

/** One answer as its reviewers see it. */
export interface AnswerView extends Pick<OpenSurvey, 'round' | 'form' | 'file'> {
  readonly hospital: Organisation | undefined;
  /** Revision on show; 0 is the working copy, before the first submission. */
  readonly revision: number;
  /** What stands beside it, in words; undefined when there is nothing. */
  readonly against: string | undefined;
  readonly sections: readonly ComparedSection[];
  readonly history: readonly AuditEntry[];
  readonly whole: boolean;
  readonly notices: readonly Notice[];
  readonly asOf: string;
}

/** Loads one answer: the revision that the address asks for or the newest, beside an earlier revision or last time's answer. */
export async function loadAnswer(desk: StaffDesk, request: PageRequest): Promise<AnswerView | undefined> {
  const [roundId, organisation] = [param(request, 'round'), param(request, 'organisation')];
  const opened = await openSurvey(desk, roundId, organisation);
  if (!opened.ok) return undefined;
  const { round, form, file } = opened.value;
  const [hospital, previous, trail, notices] = await Promise.all([
    find(desk.table, rows.organisation, keys.organisation(organisation)),
    readPrevious(desk.table, file.answer),
    auditOf(desk, `${roundId}#${organisation}`),
    noticesOf(desk, roundId, organisation),
  ]);
  const revision = chosen(request.query.get('revision'), file.answer.revision);
  const earlier = chosen(request.query.get('against'), 0);
  const valuesAt = (number: number): Values | undefined => {
    const kept = file.revisions.find((one) => one.revision === number);
    return kept && valuesOf(kept.values);
  };
  const now = valuesAt(revision) ?? file.values;
  const against = earlier > 0 ? valuesAt(earlier) : previous?.values;
  return {
    round,
    form,
    file,
    hospital,
    revision,
    against: against && (earlier > 0 ? `第${earlier}回の提出` : '前回の調査'),
    sections: compareAnswer(form, now, against),
    history: trail.entries,
    whole: trail.whole,
    notices,
    asOf: desk.world.now(),
  };
}

const chosen = (typed: string | null, otherwise: number): number =>
  typed !== null && /^\d{1,4}$/.test(typed) ? Number(typed) : otherwise;
