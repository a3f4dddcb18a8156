import { tableDeskOf } from '#functions/container-of-table.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on the files of documents work with: the bucket, and no programme at all. */
export const container = {
  desk: { ...tableDeskOf(env), programs: [], files: s3Files(env.FILE_BUCKET) },
  origin: env.PUBLIC_ORIGIN,
};
