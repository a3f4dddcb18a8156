import type { SummaryRow } from '#functions/components/summary-list.tsx';
import { answerTo, otherId } from '#lib/core/survey/answer.ts';
import { askedIn } from '#lib/core/survey/completeness.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Form, Section, Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';

/** A section's questions that are asked with some answers, and their answers as text. */
export const answerRows = (form: Form, section: Section, values: Values, today: string): readonly SummaryRow[] =>
  askedIn(section, reach(form.sections, values, today)).map((question) => ({
    key: question.label,
    value: display(question, answerTo(values, question.id), answerTo(values, otherId(question.id))),
  }));
