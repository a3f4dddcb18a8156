import * as z from 'zod/mini';
import type { Job } from '#lib/core/jobs/job.ts';
import { type Actor, actorName } from '#lib/core/permission/actor.ts';
import { number, text } from '#lib/core/shapes.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { formSchema } from '#lib/core/survey/form-schema.ts';
import type { XlsFormNote } from '#lib/core/survey/xlsform/grid.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { packText, unpackText } from '../packed-text.ts';

/** What was read of an XLSForm: a form, or what stands in its way, and what has no effect here. */
export interface FormRead {
  readonly filename: string;
  readonly form?: Form | undefined;
  readonly problems: readonly XlsFormNote[];
  readonly notices: readonly XlsFormNote[];
}

const note = z.object({ sheet: text, row: number, column: z.exactOptional(text), message: text });
const schema = z.object({
  filename: text,
  form: z.optional(formSchema),
  problems: z.array(note),
  notices: z.array(note),
});

const part = 'read';

/** Most bytes of what is kept, packed; DynamoDB holds 400 KB an item. */
const packedLimit = 350_000;

/** Keeps what was read with its job; false where it is too large to be kept. */
export async function keepFormRead({ table }: Desk, job: Job, read: FormRead): Promise<boolean> {
  const body = packText(JSON.stringify(read));
  if (body.length > packedLimit) return false;
  await table.write({ put: rows.jobPart.item({ job: job.id, part, body, handedAt: job.createdAt }) });
  return true;
}

/** The job that reads, or read, an XLSForm which this person handed in; undefined for every other job. */
export async function findFormJob({ table }: Desk, actor: Actor, id: string): Promise<Job | undefined> {
  const job = await find(table, rows.job, keys.job(id));
  return job?.kind === 'read-form' && actorName(job.by) === actorName(actor) ? job : undefined;
}

/** What a job read; undefined where it was forgotten. */
export async function findFormRead({ table }: Desk, job: Job): Promise<FormRead | undefined> {
  const kept = await find(table, rows.jobPart, keys.jobPart(job.id, part));
  return typeof kept?.body === 'string' ? schema.parse(JSON.parse(unpackText(kept.body))) : undefined;
}
