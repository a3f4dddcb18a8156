import type { Form } from '#lib/core/survey/form.ts';
import { fingerprint } from '#lib/usecases/forms/read-draft.ts';
import type { QuestionPlace } from './question-place.ts';

/** The fingerprint of the question that stands in a place; '' where one is added. */
export const seenOf = (form: Form, { stands, target }: QuestionPlace): string =>
  stands === undefined ? '' : fingerprint(form, { target });
