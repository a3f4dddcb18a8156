import { daysBetween } from '#lib/core/calendar/day.ts';
import type { Facts, Profile } from '#lib/core/matching/rank/field.ts';
import type { ProfileReader } from '#lib/core/matching/rank/read-profile.ts';
import { answerTo, cellOf, codesOf, rowsOf } from '#lib/core/survey/answer.ts';
import type { Value, Values } from '#lib/core/survey/form.ts';
import { destinationForm } from './forms/destination.ts';
import { DESTINATION } from './forms/destination-ids.ts';
import { DEPARTMENTS, TERMS } from './forms/items.ts';
import { SOURCE, sourceForm } from './forms/source.ts';
import { UPDATE, updateForm } from './forms/update.ts';

/** Days are kept as whole days from here. */
export const EPOCH = '2024-01-01';

/** Codes that sets are made of, bit by bit; a code keeps its place for ever. */
export const SETS = {
  departments: DEPARTMENTS.map(({ code }) => code),
  terms: TERMS.map(({ code }) => code),
  training: ['infection', 'prevention', 'abuse', 'rehabilitation', 'palliative', 'acp', 'cpc'],
  childcare: ['nursery', 'sick-nursery', 'night-exemption', 'short-hours', 'leave', 'rest-room', 'adviser'],
  housing: ['single', 'family'],
  support: ['rent', 'moving', 'commuting', 'homecoming'],
  strengths: ['primary-care', 'emergency', 'home-care', 'remote', 'procedures', 'guidance', 'team', 'research'],
  guidance: ['online', 'mentor', 'visit', 'meeting'],
  wishes: ['supervisors', 'cases', 'emergency', 'housing', 'travel', 'childcare', 'partnership'],
} as const;

/** Single codes, kept as their place. */
export const CODES = {
  accepts: ['no', 'consult', 'yes'],
  feedback: ['daily', 'weekly', 'monthly', 'rotation'],
  nightSenior: ['together', 'in-house', 'on-call'],
  partnership: ['no', 'yes'],
  jcep: ['no', 'planned', 'certified'],
  consultable: ['no', 'yes'],
  terms: SETS.terms,
} as const;

const hostFields = {
  accepts: { kind: 'int', label: '研修医の受入れ', question: DESTINATION.accepts },
  /** Threes: first day, last day, doctors at a time. */
  periods: { kind: 'ints', label: '受入可能な時期と人数', question: DESTINATION.periods },
  consultable: { kind: 'int', label: '受入相談', question: UPDATE.consultable },
  terms: { kind: 'set', label: '対応できる研修期間', question: DESTINATION.terms },
  departments: { kind: 'set', label: '対応できる診療科', question: DESTINATION.departments },
  /** Threes: department, supervisors, doctors; -1 where a cell was left empty. */
  teaching: { kind: 'ints', label: '診療科ごとの指導医数と受入可能人数', question: DESTINATION.departments },
  supervisors: { kind: 'int', label: '臨床研修指導医の実人数', question: DESTINATION.supervisors },
  symptoms: { kind: 'int', label: '経験できる症候', question: DESTINATION.symptoms },
  diseases: { kind: 'int', label: '経験できる疾病・病態', question: DESTINATION.diseases },
  training: { kind: 'set', label: '必須・推奨研修', question: DESTINATION.requiredTraining },
  feedback: { kind: 'int', label: 'フィードバックの頻度', question: DESTINATION.feedback },
  nights: { kind: 'int', label: '当直回数', question: DESTINATION.nights },
  nightSenior: { kind: 'int', label: '当直中の上級医', question: DESTINATION.nightSenior },
  ambulances: { kind: 'int', label: '救急車の受入件数', question: DESTINATION.ambulances },
  partnership: { kind: 'int', label: '連携の実績', question: DESTINATION.partnership },
  received: { kind: 'int', label: '受け入れた研修医', question: 'received' },
  childcare: { kind: 'set', label: '育児との両立', question: DESTINATION.childcare },
  jcep: { kind: 'int', label: '第三者評価', question: DESTINATION.jcep },
  housing: { kind: 'set', label: '宿舎', question: DESTINATION.housing },
  support: { kind: 'set', label: '住居・交通費への支援', question: DESTINATION.support },
  strengths: { kind: 'set', label: '特に力を入れていること', question: DESTINATION.strengthPoints },
  /** 1 where the free text was written, 0 where not. */
  appeal: { kind: 'int', label: '研修の魅力・強み', question: DESTINATION.strengths },
} as const;

const sourceFields = {
  seats: { kind: 'int', label: '広域連携型プログラムの募集定員', question: SOURCE.seats },
  departments: { kind: 'set', label: '研修を希望する診療科', question: SOURCE.departments },
  term: { kind: 'int', label: '研修期間', question: SOURCE.term },
  /** Threes: first day, last day, doctors. */
  windows: { kind: 'ints', label: '研修を行う時期と人数', question: SOURCE.windows },
  wishes: { kind: 'set', label: '特に重視すること', question: SOURCE.wishes },
  guidance: { kind: 'set', label: '研修中に行う支援', question: 'guidance' },
  features: { kind: 'int', label: '病院の特徴', question: SOURCE.features },
  programme: { kind: 'int', label: '研修プログラムの特徴', question: SOURCE.programme },
  trainees: { kind: 'int', label: '研修医数', question: 'trainees' },
} as const;

export type SourceFields = typeof sourceFields;
export type HostFields = typeof hostFields;
export type Source = Profile<SourceFields>;
export type Host = Profile<HostFields>;

/** 連携元 as S2 tells of it. */
export const sourceReader: ProfileReader<SourceFields> = {
  fields: sourceFields,
  read: ({ form, values }) => (form === sourceForm.id ? fromSource(values) : {}),
};

/** 連携先 as S1 tells of it, with S3's capacity laid over. */
export const hostReader: ProfileReader<HostFields> = {
  fields: hostFields,
  read: ({ form, values }) =>
    form === destinationForm.id ? fromDestination(values) : form === updateForm.id ? fromUpdate(values) : {},
};

const fromSource = (values: Values): Facts<SourceFields> => ({
  seats: int(values, SOURCE.seats),
  departments: set(values, SOURCE.departments, SETS.departments),
  term: code(values, SOURCE.term, CODES.terms),
  windows: spans(values, SOURCE.windows),
  wishes: set(values, SOURCE.wishes, SETS.wishes),
  guidance: set(values, 'guidance', SETS.guidance),
  features: written(values, SOURCE.features),
  programme: written(values, SOURCE.programme),
  trainees: int(values, 'trainees'),
});

function fromDestination(values: Values): Partial<Facts<HostFields>> {
  const teaching = rowsOf(answerTo(values, DESTINATION.departments)).flatMap((row) => {
    const department = SETS.departments.indexOf(String(cellOf(row, 'department')));
    return department < 0
      ? []
      : [department, whole(cellOf(row, 'supervisors')) ?? -1, whole(cellOf(row, 'doctors')) ?? -1];
  });
  const taught = teaching.filter((_, at) => at % 3 === 0);
  return {
    accepts: code(values, DESTINATION.accepts, CODES.accepts),
    periods: spans(values, DESTINATION.periods),
    terms: set(values, DESTINATION.terms, SETS.terms),
    departments: taught.length > 0 ? taught.reduce((bits, department) => bits | (1 << department), 0) : null,
    teaching: teaching.length > 0 ? teaching : null,
    supervisors: int(values, DESTINATION.supervisors),
    symptoms: int(values, DESTINATION.symptoms),
    diseases: int(values, DESTINATION.diseases),
    training: set(values, DESTINATION.requiredTraining, SETS.training),
    feedback: code(values, DESTINATION.feedback, CODES.feedback),
    nights: int(values, DESTINATION.nights),
    nightSenior: code(values, DESTINATION.nightSenior, CODES.nightSenior),
    ambulances: int(values, DESTINATION.ambulances),
    partnership: code(values, DESTINATION.partnership, CODES.partnership),
    received: int(values, 'received'),
    childcare: set(values, DESTINATION.childcare, SETS.childcare),
    jcep: code(values, DESTINATION.jcep, CODES.jcep),
    housing: set(values, DESTINATION.housing, SETS.housing),
    support: set(values, DESTINATION.support, SETS.support),
    strengths: set(values, DESTINATION.strengthPoints, SETS.strengths),
    appeal: written(values, DESTINATION.strengths),
  };
}

/** S3 says by an empty table that nobody can be taken, so its periods always take the place of S1's. */
const fromUpdate = (values: Values): Partial<Facts<HostFields>> => ({
  periods: spans(values, UPDATE.periods) ?? [],
  consultable: code(values, UPDATE.consultable, CODES.consultable),
});

const whole = (value: Value | string | number | undefined): number | null => (typeof value === 'number' ? value : null);

const int = (values: Values, id: string): number | null => whole(answerTo(values, id));

/** Place of the chosen code; null for その他, which no scale holds. */
function code(values: Values, id: string, codes: readonly string[]): number | null {
  const at = codes.indexOf(String(answerTo(values, id)));
  return at < 0 ? null : at;
}

/** The chosen codes as bits; 該当なし is the empty set, and no answer is null. */
function set(values: Values, id: string, codes: readonly string[]): number | null {
  const value = answerTo(values, id);
  if (value === undefined) return null;
  const chosen = codesOf(value).map((each) => codes.indexOf(each));
  return chosen.length === 0 ? null : chosen.reduce((bits, at) => (at < 0 ? bits : bits | (1 << at)), 0);
}

function spans(values: Values, id: string): readonly number[] | null {
  const rows = rowsOf(answerTo(values, id)).flatMap((row) => {
    const [from, to, doctors] = [cellOf(row, 'from'), cellOf(row, 'to'), whole(cellOf(row, 'doctors'))];
    return typeof from === 'string' && typeof to === 'string' && doctors !== null
      ? [daysBetween(EPOCH, from), daysBetween(EPOCH, to), doctors]
      : [];
  });
  return rows.length > 0 ? rows : null;
}

/** An answered form without the text says that there is none. */
const written = (values: Values, id: string): number => {
  const text = answerTo(values, id);
  return typeof text === 'string' && text.trim() !== '' ? 1 : 0;
};
