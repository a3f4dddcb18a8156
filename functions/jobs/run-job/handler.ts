import type { SQSHandler } from 'aws-lambda';
import * as z from 'zod/mini';
import { deskOf } from '#functions/container.ts';
import { sqsQueue } from '#lib/store/sqs-queue.ts';
import { runJob } from '#lib/usecases/run-job.ts';
import { eachRecord } from '../each-record.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);
const desk = { ...deskOf(env), jobs: sqsQueue(env.JOB_QUEUE_URL) };
const order = z.object({ job: z.string() });

/** Does one step of the job that a message names. */
export const handler: SQSHandler = (event) => eachRecord(event, (body) => runJob(desk, order.parse(body).job));
