import { tableDeskOf } from '#functions/container-of-table.ts';
import { matchPrograms } from '#lib/programs/every-match.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What hands out lists as files, and files of partners, works with. */
export const container = {
  desk: { ...tableDeskOf(env), programs: matchPrograms, files: s3Files(env.FILE_BUCKET) },
  origin: env.PUBLIC_ORIGIN,
};
