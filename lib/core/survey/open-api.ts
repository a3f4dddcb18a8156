import { answerSchema, type JsonSchema } from './answer-schema.ts';
import type { Form } from './form.ts';

/** A form's answers as an OpenAPI 3.1 document: the schema under `components`, for those who read or write answers by machine. */
export const openApiOf = (form: Form): JsonSchema => ({
  openapi: '3.1.0',
  info: { title: form.title, version: String(form.version), 'x-form': form.id },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  components: { schemas: { Answer: answerSchema(form) } },
});
