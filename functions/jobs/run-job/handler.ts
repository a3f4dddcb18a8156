import type { SQSHandler } from 'aws-lambda';
import * as z from 'zod/mini';
import { deskOf } from '#functions/container.ts';
import { jobOf } from '#lib/store/keys.ts';
import { runJob } from '#lib/usecases/run-job.ts';
import { eachRecord } from '../each-record.ts';
import { schema } from './env.ts';

const desk = deskOf(schema.parse(process.env));
const place = z.object({ pk: z.string() });

/** Does one step of the job that a message names. */
export const handler: SQSHandler = (event) => eachRecord(event, (body) => runJob(desk, jobOf(place.parse(body))));
