import type { SQSHandler } from 'aws-lambda';
import { tableDeskOf } from '#functions/container-of-table.ts';
import { proofOf } from '#lib/mail/ses-event.ts';
import { settleNotice } from '#lib/usecases/settle-notice.ts';
import { eachRecord } from '../each-record.ts';
import { schema } from './env.ts';

const desk = tableDeskOf(schema.parse(process.env));

/** Settles outbox rows by what SES says became of their mails. */
export const handler: SQSHandler = (event) =>
  eachRecord(event, async (body) => {
    const proof = proofOf(body);
    if (proof) await settleNotice(desk, proof);
  });
