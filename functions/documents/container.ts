import { tableDeskOf } from '#functions/container-of-table.ts';
import { areaPrograms } from '#lib/programs/every-area.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on documents work with. */
export const container = {
  desk: { ...tableDeskOf(env), programs: areaPrograms, origin: env.PUBLIC_ORIGIN, files: s3Files(env.FILE_BUCKET) },
  origin: env.PUBLIC_ORIGIN,
};
