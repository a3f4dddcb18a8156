import type { Citation } from './citation.ts';
import type { AreaRule, ReferenceTables } from './eligibility/rule.ts';
import type { AllocationRule } from './matching/allocation/rule.ts';
import type { MatchingRule } from './matching/rule.ts';
import type { Form } from './survey/form.ts';

/** A scheme (事業): everything the engine must know of it, as data. Adding one is adding one folder under lib/programs. */
export interface Program<E extends SurveyEdition = Edition> {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly editions: readonly E[];
}

/** What asking and answering need of a year's entry of a scheme (年度): the surveys, kept for ever by the rounds that ask them. */
export interface SurveyEdition {
  readonly id: string;
  /** 和暦 label shown to people (令和9年度). */
  readonly label: string;
  readonly fiscalYear: number;
  readonly notice: Citation;
  /** Surveys a round of this edition may ask, and whom each asks. */
  readonly surveys: readonly Survey[];
}

/** A year's entry with what decides who takes part. */
export interface AreaEdition extends SurveyEdition {
  readonly reference: ReferenceTables;
  readonly areas: AreaRule;
}

/** A year's entry with what ranks partners for each other. */
export interface MatchEdition extends SurveyEdition {
  readonly places: PlaceNames;
  readonly matching: MatchingRule;
  /** What the ministry may try out with a released round; absent where the scheme knows no seats. */
  readonly allocation?: AllocationRule;
}

/** One year's entry of a scheme, whole: surveys, rules, reference tables and choices that its rounds keep for ever. */
export interface Edition extends AreaEdition, MatchEdition {}

/** What lists call where hospitals stand, each by its code; the same names as in the reference tables and the rule of areas. */
export interface PlaceNames {
  readonly prefectures: Readonly<Record<string, string>>;
  /** 二次医療圏. */
  readonly areas: Readonly<Record<string, string>>;
  /** Classes of destinations by number. */
  readonly classes: readonly (readonly [number, string])[];
}

/** One thing a round can ask: a form, who answers it and the side that receives the answers. */
export interface Survey {
  readonly id: string;
  readonly title: string;
  readonly form: Form;
  readonly asks: Side | 'every';
  /** Two-digit codes of the prefectures whose hospitals are asked; all of them when absent. */
  readonly prefectures?: readonly string[] | undefined;
  /** Ids of the only hospitals that are asked; all of them when absent. */
  readonly organisations?: readonly string[] | undefined;
  /** Absent where the answers stay with the prefecture and the ministry: then nothing is released. */
  readonly informs?: Side;
}

/** A survey with the programme and the edition by whose rules it is asked. */
export interface FoundSurvey<E extends SurveyEdition = Edition> {
  readonly program: Program<E>;
  readonly edition: E;
  readonly survey: Survey;
}

/** 連携元 sends doctors, 連携先 receives them. */
export type Side = 'source' | 'destination';

/** Finds an edition among the programmes; undefined when its programme is not installed. */
export function editionOf<E extends SurveyEdition>(
  programs: readonly Program<E>[],
  round: { readonly program: string; readonly edition: string },
): Omit<FoundSurvey<E>, 'survey'> | undefined {
  const program = programs.find(({ id }) => id === round.program);
  const edition = program?.editions.find(({ id }) => id === round.edition);
  return program && edition && { program, edition };
}

/** Finds one of an edition's own surveys; `findSurvey` also finds those that staff composed. */
export function surveyOf<E extends SurveyEdition>(
  programs: readonly Program<E>[],
  round: { readonly program: string; readonly edition: string; readonly survey: string },
): FoundSurvey<E> | undefined {
  const found = editionOf(programs, round);
  const survey = found?.edition.surveys.find(({ id }) => id === round.survey);
  return found && survey && { ...found, survey };
}
