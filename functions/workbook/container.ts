import { tableDeskOf } from '#functions/container-of-table.ts';
import { surveyPrograms } from '#lib/programs/every-survey.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on questionnaires as files work with. */
export const container = { desk: { ...tableDeskOf(env), programs: surveyPrograms }, origin: env.PUBLIC_ORIGIN };
