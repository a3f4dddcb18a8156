import type { SQSHandler } from 'aws-lambda';
import * as z from 'zod/mini';
import { deskOf } from '#functions/container.ts';
import { runHighsAside } from '#lib/core/matching/allocation/free/run-highs-aside.ts';
import { jobOf } from '#lib/store/keys.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import { runJob } from '#lib/usecases/run-job.ts';
import { eachRecord } from '../each-record.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);
const desk = { ...deskOf(env), files: s3Files(env.FILE_BUCKET), solve: runHighsAside };
const place = z.object({ pk: z.string() });

/** Does one step of the job that a message names. */
export const handler: SQSHandler = (event) => eachRecord(event, (body) => runJob(desk, jobOf(place.parse(body))));
