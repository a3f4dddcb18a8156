import { tableDeskOf } from '#functions/container-of-table.ts';
import { surveyPrograms } from '#lib/programs/every-survey.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages that touch files work with. */
export const container = {
  desk: { ...tableDeskOf(env), programs: surveyPrograms, files: s3Files(env.FILE_BUCKET) },
  origin: env.PUBLIC_ORIGIN,
};
