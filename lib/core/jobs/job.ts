import * as z from 'zod/mini';
import { actor, actorName } from '../permission/actor.ts';
import { number, someText, text } from '../shapes.ts';

/** Long work that can be left and come back to. */
export const job = z.object({
  id: text,
  kind: z.enum([
    'check-addresses',
    'open-round',
    'release-round',
    'update-released',
    'remind',
    'remind-corrections',
    'import-organisations',
    'export-answers',
    'try-allocation',
    'announce',
    'forget-recipients',
    'send-document',
    'chase-document',
    'read-workbook',
    'read-form',
    'sweep-uploads',
  ]),
  title: text,
  round: someText,
  /** What the job works on beside the round: a rung of the ladder, an announcement, a list. */
  subject: someText,
  /** `waiting`: prepared and shown to a person, who has not yet said go. */
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: number,
  total: number,
  /** Facts for the page when it is over: counts and lines. */
  outcome: z.optional(z.array(text)),
  by: actor,
  createdAt: text,
  touchedAt: text,
  version: number,
});
export type Job = z.infer<typeof job>;

/** Jobs that read a file which somebody handed in: seen on that person's own page alone, and forgotten with the file. */
export const isReading = ({ kind }: Pick<Job, 'kind'>): boolean => kind === 'read-workbook' || kind === 'read-form';

/** Whom a file that was handed in to be read concerns: for a questionnaire the hospital in its round, else the person. */
export const readingOf = ({ kind, round, subject, by }: Pick<Job, 'kind' | 'round' | 'subject' | 'by'>): string =>
  kind === 'read-workbook' ? `${round}#${subject}` : actorName(by);

/** Days that a file which was handed in to be read is kept. */
export const handedDays = 7;

/** Minutes after which a job that nobody moved is put on the queue again. */
export const stalledMinutes = 3;
