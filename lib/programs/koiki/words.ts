import type { Form } from '#lib/core/survey/form.ts';
import { destinationForm } from './forms/destination.ts';
import { DESTINATION } from './forms/destination-ids.ts';
import { DEPARTMENTS, TERMS } from './forms/items.ts';
import { SOURCE, sourceForm } from './forms/source.ts';
import { CODES, SETS } from './profiles.ts';

/** Labels of a question's choices in the order of the given codes, as the form words them. */
function labels(form: Form, question: string, codes: readonly string[]): readonly string[] {
  const found = form.sections.flatMap(({ questions }) => questions).find(({ id }) => id === question);
  const choices = found && 'choices' in found ? found.choices : [];
  return codes.map((code) => choices.find((choice) => choice.code === code)?.label ?? code);
}

/** What sets and codes are called. */
export const LABELS = {
  departments: DEPARTMENTS.map(({ label }) => label),
  terms: TERMS.map(({ label }) => label),
  training: labels(destinationForm, DESTINATION.requiredTraining, SETS.training),
  childcare: labels(destinationForm, DESTINATION.childcare, SETS.childcare),
  housing: labels(destinationForm, DESTINATION.housing, SETS.housing),
  support: labels(destinationForm, DESTINATION.support, SETS.support),
  strengths: labels(destinationForm, DESTINATION.strengthPoints, SETS.strengths),
  feedback: labels(destinationForm, DESTINATION.feedback, CODES.feedback),
  nightSenior: labels(destinationForm, DESTINATION.nightSenior, CODES.nightSenior),
  jcep: labels(destinationForm, DESTINATION.jcep, CODES.jcep),
  guidance: labels(sourceForm, 'guidance', SETS.guidance),
  wishes: labels(sourceForm, SOURCE.wishes, SETS.wishes),
} as const;

/** Members of a set, at most so many by name: 「内科・外科ほか3件」. */
export function named(bits: number | null, labels: readonly string[], most = 3): string {
  const members = labels.filter((_, at) => ((bits ?? 0) & (1 << at)) !== 0);
  const rest = members.length - most;
  return rest > 0 ? `${members.slice(0, most).join('・')}ほか${rest}件` : members.join('・');
}
