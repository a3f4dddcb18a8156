import type { SummaryRow } from '#functions/components/summary-list.tsx';
import { askedIn } from '#lib/core/survey/completeness.ts';
import type { Form, Section, Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { shownAnswer } from './shown-answer.tsx';
import type { SurveyView } from './survey-view.ts';

/** A section's questions that are asked with some answers, and their answers as text. */
export const answerRows = (
  form: Form,
  section: Section,
  values: Values,
  { today, addresses }: Pick<SurveyView, 'today' | 'addresses'>,
): readonly SummaryRow[] =>
  askedIn(section, reach(form.sections, values, today)).map((question) => ({
    key: question.label,
    value: shownAnswer(question, values, addresses.file),
  }));
