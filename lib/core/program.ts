import type { Citation } from './citation.ts';
import type { AreaRule, ReferenceTables } from './eligibility/rule.ts';
import type { MatchingRule } from './matching/rule.ts';
import type { Form } from './survey/form.ts';

/** A scheme (事業): everything the engine must know of it, as data. Adding one is adding one folder under lib/programs. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly editions: readonly Edition[];
}

/** One year's entry of a scheme (年度): rules, forms, reference tables and choices that its rounds keep for ever. */
export interface Edition {
  readonly id: string;
  /** 和暦 label shown to people (令和9年度). */
  readonly label: string;
  readonly fiscalYear: number;
  readonly notice: Citation;
  readonly reference: ReferenceTables;
  readonly areas: AreaRule;
  readonly matching: MatchingRule;
  /** Surveys a round of this edition may ask, and whom each asks. */
  readonly surveys: readonly Survey[];
}

/** One thing a round can ask: a form, the side that answers it and the side that receives the answers. */
export interface Survey {
  readonly id: string;
  readonly title: string;
  readonly form: Form;
  readonly asks: Side;
  readonly informs: Side;
}

/** 連携元 sends doctors, 連携先 receives them. */
export type Side = 'source' | 'destination';

/** Where a round's edition and survey are found among the programmes; undefined when its programme is not installed. */
export function surveyOf(
  programs: readonly Program[],
  round: { readonly program: string; readonly edition: string; readonly survey: string },
): { readonly program: Program; readonly edition: Edition; readonly survey: Survey } | undefined {
  const program = programs.find(({ id }) => id === round.program);
  const edition = program?.editions.find(({ id }) => id === round.edition);
  const survey = edition?.surveys.find(({ id }) => id === round.survey);
  return program && edition && survey && { program, edition, survey };
}
