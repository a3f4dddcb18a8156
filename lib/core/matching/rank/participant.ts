import type { Values } from '../../survey/form.ts';

/** The answers that a release passes on. */
export interface Released {
  readonly asOf: string;
  readonly sources: readonly Participant[];
  readonly hosts: readonly Participant[];
}

/** One hospital with its answers, oldest first: a later answer (a fresh capacity) lies over an earlier one, field by field. */
export interface Participant {
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly prefecture: string;
    readonly area?: string | null | undefined;
    /** 募集定員 (人). */
    readonly seats?: number | undefined;
  };
  /** ①②③ of a destination. */
  readonly class: number | null;
  readonly ownPrefectureOnly: boolean;
  readonly answers: readonly DatedAnswer[];
}

/** Answers to one form and the JST day they were submitted. */
export interface DatedAnswer {
  readonly form: string;
  readonly answeredOn: string;
  readonly values: Values;
}
