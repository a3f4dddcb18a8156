import * as z from 'zod/mini';
import { capability, session } from '#lib/core/access/access.ts';
import { colleague } from '#lib/core/access/colleague.ts';
import { approach } from '#lib/core/approaches/approach.ts';
import { auditEntry } from '#lib/core/audit/entry.ts';
import { handedDays, isReading, job, readingOf } from '#lib/core/jobs/job.ts';
import { deadAddress } from '#lib/core/notices/dead-address.ts';
import { notice } from '#lib/core/notices/notice.ts';
import { wordingVersion } from '#lib/core/notices/wording.ts';
import { organisation } from '#lib/core/organisations/organisation.ts';
import { answer, draft, revision } from '#lib/core/rounds/answer.ts';
import { round } from '#lib/core/rounds/round.ts';
import { number, someNumber, someText, text } from '#lib/core/shapes.ts';
import { formBefore, formDraft, formHead, formVersion } from '#lib/core/survey/compose/stored-form.ts';
import { keys, lists } from './keys.ts';
import { packed } from './packed.ts';
import { epoch, rowOf } from './row.ts';

const inAnswer = { round: text, organisation: text };

/** What a mail's row loses once it is settled: its place among what is due, and the secrets of its links. */
export const spentByMail = ['gsi2pk', 'gsi2sk', 'dueAt', 'token', 'alsoTokens'] as const;

/** A file that no answer names. */
const awaitedUpload = z.object({
  organisation: text,
  file: text,
  /** When it was sent, or taken out of its answer. */
  since: text,
  /** From when it is being deleted: no answer may name it any more. */
  takenAt: someText,
});
export type AwaitedUpload = z.infer<typeof awaitedUpload>;

/** Everything the one table holds, by kind. */
export const rows = {
  organisation: rowOf(
    organisation,
    ({ id }) => keys.organisation(id),
    ({ kind, prefecture, id }) => ({ gsi1pk: lists.organisations(kind), gsi1sk: `${prefecture}#${id}` }),
  ),
  round: rowOf(
    round,
    ({ id }) => keys.round(id),
    ({ createdAt }) => ({ gsi1pk: lists.rounds(), gsi1sk: createdAt }),
  ),
  answer: rowOf(
    answer,
    (value) => keys.answer(value.round, value.organisation),
    (value) => ({
      gsi1pk: lists.answersOf(value.round),
      gsi1sk: `${value.prefecture}#${value.organisation}`,
      ...(value.correction && { gsi2pk: lists.corrections(), gsi2sk: `${value.round}#${value.organisation}` }),
    }),
  ),
  draft: rowOf(z.extend(draft, inAnswer), (value) => keys.section(value.round, value.organisation, value.section)),
  revision: packed(
    rowOf(z.extend(revision, inAnswer), (value) => keys.revision(value.round, value.organisation, value.revision)),
  ),
  latest: rowOf(
    z.object({
      organisation: text,
      form: text,
      version: number,
      round: text,
      revision: number,
      submittedAt: text,
    }),
    (value) => keys.latest(value.organisation, value.form),
  ),
  colleague: rowOf(z.extend(colleague, inAnswer), (value) => keys.colleague(value.round, value.organisation, value.id)),
  notice: rowOf(
    notice,
    (value) => keys.notice(value.round, value.id),
    ({ dueAt }) => (dueAt === undefined ? {} : { gsi2pk: lists.dueNotices(), gsi2sk: dueAt }),
  ),
  wording: rowOf(wordingVersion, ({ kind, version }) => keys.wording(kind, version)),
  digest: rowOf(
    z.object({
      emailHash: text,
      day: text,
      round: text,
      notice: text,
      version: number,
    }),
    ({ emailHash, day }) => keys.digest(emailHash, day),
    ({ day }) => ({ ttl: epoch(`${day}T00:00:00.000Z`, 60) }),
  ),
  deadAddress: rowOf(
    z.extend(deadAddress, { emailHash: text }),
    ({ emailHash }) => keys.deadAddress(emailHash),
    ({ emailHash }) => ({ gsi1pk: lists.deadAddresses(), gsi1sk: emailHash }),
  ),
  audit: rowOf(
    auditEntry,
    ({ aggregate, seq }) => keys.audit(aggregate, seq),
    ({ at, aggregate, seq }) => ({ gsi1pk: lists.audits(at.slice(0, 7)), gsi1sk: `${at}#${aggregate}#${seq}` }),
  ),
  awaitedUpload: rowOf(
    awaitedUpload,
    ({ organisation, file }) => keys.awaitedUpload(organisation, file),
    ({ since }) => ({ gsi2pk: lists.awaitedUploads(), gsi2sk: since }),
  ),
  capability: rowOf(
    z.extend(capability, { tokenHash: text }),
    ({ tokenHash }) => keys.capability(tokenHash),
    ({ expiresAt }) => ({ ttl: epoch(expiresAt, 30) }),
  ),
  session: rowOf(
    z.extend(session, { secretHash: text }),
    ({ secretHash }) => keys.session(secretHash),
    ({ expiresAt }) => ({ ttl: epoch(expiresAt, 1) }),
  ),
  job: rowOf(
    job,
    ({ id }) => keys.job(id),
    (value) => ({
      ...(isReading(value)
        ? { gsi1pk: lists.readings(readingOf(value)), ttl: epoch(value.createdAt, handedDays) }
        : { gsi1pk: lists.jobs() }),
      gsi1sk: `${value.createdAt}#${value.id}`,
      ...(value.state === 'running' ? { gsi2pk: lists.dueJobs(), gsi2sk: value.touchedAt } : {}),
    }),
  ),
  jobPart: rowOf(
    z.object({
      job: text,
      part: text,
      body: z.unknown(),
      /** When it was handed in, where it is forgotten by itself. */
      handedAt: someText,
    }),
    (value) => keys.jobPart(value.job, value.part),
    ({ handedAt }) => (handedAt === undefined ? {} : { ttl: epoch(handedAt, handedDays) }),
  ),
  rung: rowOf(z.object({ round: text, step: text, at: text, job: text }), (value) =>
    keys.rung(value.round, value.step),
  ),
  formHead: rowOf(
    formHead,
    ({ id }) => keys.form(id),
    ({ id, savedAt }) => ({ gsi1pk: lists.forms(), gsi1sk: `${savedAt}#${id}` }),
  ),
  formDraft: rowOf(formDraft, ({ id }) => keys.formDraft(id)),
  formBefore: rowOf(formBefore, ({ id }) => keys.formBefore(id)),
  formVersion: rowOf(formVersion, ({ id, version }) => keys.formVersion(id, version)),
  pool: rowOf(
    z.object({
      round: text,
      chunk: number,
      of: number,
      body: text,
      update: someNumber,
    }),
    (value) => keys.pool(value.round, value.chunk, value.update),
  ),
  approach: rowOf(
    approach,
    (value) => keys.approach(value.round, value.source, value.destination),
    ({ destination, startedAt }) => ({ gsi1pk: lists.approachesTo(destination), gsi1sk: startedAt }),
  ),
} as const;
