import type { Form } from '#lib/core/survey/form.ts';
import { formSchema } from '#lib/core/survey/form-schema.ts';

/** A stored form; one that does not fit the schema is a bug and throws. */
export const formOf = ({ body }: { readonly body: string }): Form => formSchema.parse(JSON.parse(body));

/** A form as it is stored. */
export const bodyOf = (form: Form): string => JSON.stringify(form);
