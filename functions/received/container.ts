import { tableDeskOf } from '#functions/container-of-table.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the page on which documents are read works with: no programme at all. */
export const container = {
  desk: { ...tableDeskOf(env), programs: [], files: s3Files(env.FILE_BUCKET) },
  origin: env.PUBLIC_ORIGIN,
};
