import { tableDeskOf } from '#functions/container-of-table.ts';
import { surveyPrograms } from '#lib/programs/every-survey.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on which forms begin and leave as files work with: of the programmes their surveys, whose forms can be begun from. */
export const container = { desk: { ...tableDeskOf(env), programs: surveyPrograms }, origin: env.PUBLIC_ORIGIN };
