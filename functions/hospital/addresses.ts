import type { Actor } from '#lib/core/permission/actor.ts';

const part = encodeURIComponent;

/** Addresses of pages that only hospitals have, and of those that lead there. */
export const addresses = {
  survey: (round: string) => `/h/rounds/${part(round)}`,
  check: (round: string) => `/h/rounds/${part(round)}/check`,
  workbook: (round: string) => `/h/rounds/${part(round)}/workbook`,
  questionnaire: (round: string, format: string) => `/h/rounds/${part(round)}/workbook/questionnaire/${part(format)}`,
  dismissal: (round: string, upload: string) => `/h/rounds/${part(round)}/workbook/uploads/${part(upload)}/dismiss`,
  upload: (round: string, upload: string) => `/h/rounds/${part(round)}/workbook/uploads/${part(upload)}`,
  list: (round: string) => `/h/rounds/${part(round)}/list`,
} as const;

/** Addresses of the pages on which one answer is given. */
export interface AnswerAddresses {
  readonly survey: string;
  section(section: string): string;
  /** Where a section with files is sent: to the one function that may write them. */
  files(section: string): string;
  /** Where one file of the answer is fetched. */
  file(id: string): string;
  readonly check: string;
  readonly submit: string;
  readonly done: string;
  /** Where an office reviews the answer; absent for the hospital. */
  readonly answer: string | undefined;
  /** Who has a link; absent for an office. */
  readonly people: string | undefined;
  /** Absent for an office: it hears and types. */
  readonly workbook: string | undefined;
}

/** Addresses of one hospital's answer: the hospital's own, or the office's when it enters what it heard by telephone. */
export function answerAddresses(actor: Actor, round: string, organisation: string): AnswerAddresses {
  const office = actor.kind !== 'hospital';
  const whole = office ? `/s/rounds/${part(round)}/answers/${part(organisation)}` : `/h/rounds/${part(round)}`;
  const survey = office ? `${whole}/telephone` : whole;
  const section = (id: string) => `${survey}/sections/${part(id)}`;
  return {
    survey,
    section,
    files: (id) => (office ? section(id) : `${section(id)}/files`),
    file: (id) => `${whole}/files/${part(id)}`,
    check: `${survey}/check`,
    submit: `${survey}/submit`,
    done: office ? `${whole}?done=telephone` : `${survey}/done`,
    answer: office ? whole : undefined,
    people: office ? undefined : `${survey}/people`,
    workbook: office ? undefined : addresses.workbook(round),
  };
}
