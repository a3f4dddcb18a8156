import type { Key } from '#lib/core/ports.ts';

/** What the partition of every mail begins with. */
const outbox = 'OUT#';

/** Every key of the one table stands here, in `announcement-keys.ts` and in `distribution-keys.ts`, and nowhere else. */
export const keys = {
  organisation: (id: string): Key => ({ pk: `ORG#${id}`, sk: 'ORG' }),
  round: (id: string): Key => ({ pk: `RND#${id}`, sk: 'ROUND' }),
  /** One rung of a round's reminder ladder that has been taken up. */
  rung: (round: string, step: string): Key => ({ pk: `RND#${round}`, sk: `RUNG#${step}` }),
  /** A chunk of what a round released, from which every list is computed; each update of it lies beside the one before. */
  pool: (round: string, chunk: number, update = 0): Key => ({
    pk: `POOL#${round}${update === 0 ? '' : `#${update}`}`,
    sk: String(chunk).padStart(4, '0'),
  }),
  answer: (round: string, organisation: string): Key => ({ pk: `ANS#${round}#${organisation}`, sk: 'HEAD' }),
  section: (round: string, organisation: string, section: string): Key => ({
    pk: `ANS#${round}#${organisation}`,
    sk: `SEC#${section}`,
  }),
  revision: (round: string, organisation: string, revision: number): Key => ({
    pk: `ANS#${round}#${organisation}`,
    sk: `REV#${String(revision).padStart(4, '0')}`,
  }),
  /** Somebody of the hospital whom a colleague invited. */
  colleague: (round: string, organisation: string, colleague: string): Key => ({
    pk: `ANS#${round}#${organisation}`,
    sk: `COL#${colleague}`,
  }),
  /** The newest answer of a hospital to a form, whichever round asked it: the source of last year's answers. */
  latest: (organisation: string, form: string): Key => ({ pk: `ORG#${organisation}`, sk: `LATEST#${form}` }),
  notice: (round: string, notice: string): Key => ({ pk: `${outbox}${round}`, sk: notice }),
  wording: (kind: string, version: number): Key => ({ pk: `TPL#${kind}`, sk: String(version).padStart(6, '0') }),
  /** The one mail that gathers an address's reminders of a JST day. */
  digest: (emailHash: string, day: string): Key => ({ pk: `DIG#${emailHash}`, sk: day }),
  /** An address to which nothing is sent any more. */
  deadAddress: (emailHash: string): Key => ({ pk: `ADR#${emailHash}`, sk: 'DEAD' }),
  audit: (aggregate: string, seq: number): Key => ({ pk: `AUD#${aggregate}`, sk: String(seq).padStart(8, '0') }),
  /** A file that a hospital sent and that no answer names yet. */
  awaitedUpload: (organisation: string, file: string): Key => ({ pk: `UPL#${organisation}`, sk: file }),
  capability: (tokenHash: string): Key => ({ pk: `CAP#${tokenHash}`, sk: 'CAP' }),
  session: (secretHash: string): Key => ({ pk: `SES#${secretHash}`, sk: 'SES' }),
  job: (id: string): Key => ({ pk: `JOB#${id}`, sk: 'JOB' }),
  jobPart: (id: string, part: string): Key => ({ pk: `JOB#${id}`, sk: `PART#${part}` }),
  approach: (round: string, source: string, destination: string): Key => ({
    pk: `APP#${round}#${source}`,
    sk: destination,
  }),
  /** A form that staff made: its line in the list, its draft, the draft before the last save, and its published versions. */
  form: (id: string): Key => ({ pk: `FORM#${id}`, sk: 'FORM' }),
  formDraft: (id: string): Key => ({ pk: `FORM#${id}`, sk: 'DRAFT' }),
  formBefore: (id: string): Key => ({ pk: `FORM#${id}`, sk: 'BEFORE' }),
  formVersion: (id: string, version: number): Key => ({
    pk: `FORM#${id}`,
    sk: `VERSION#${String(version).padStart(4, '0')}`,
  }),
  /** A filled-in questionnaire between its dry run and its being taken in. */
  workbook: (round: string, organisation: string, id: string): Key => ({ pk: `BOOK#${round}#${organisation}`, sk: id }),
  /** An export of a round's answers; its id is also its job's. */
  answerExport: (round: string, id: string): Key => ({ pk: `EXP#${round}`, sk: id }),
  /** One what-if of an allocation on what a round released. */
  plan: (id: string): Key => ({ pk: `PLAN#${id}`, sk: 'PLAN' }),
  account: (id: string): Key => ({ pk: `ACC#${id}`, sk: 'ACC' }),
} as const;

/** Id of the round, or of what stands in its place, whose mail lies there. */
export const outboxAt = ({ pk }: Pick<Key, 'pk'>): string => pk.slice(outbox.length);

/** Id of the job whose row lies there. */
export const jobOf = ({ pk }: Pick<Key, 'pk'>): string => pk.slice('JOB#'.length);

/** Partitions of the indexes: `gsi1` lists things by what they belong to, `gsi2` holds only what is still open: what the machine owes under `DUE#`, and what a person may still do. */
export const lists = {
  organisations: (kind: string) => `ORGS#${kind}`,
  rounds: () => 'ROUNDS',
  answersOf: (round: string) => `RND#${round}`,
  /** Answers that may be corrected after their round, by round and organisation. */
  corrections: () => 'CORRECTIONS',
  approachesTo: (destination: string) => `APPTO#${destination}`,
  audits: (month: string) => `AUDITS#${month}`,
  plansOf: (round: string) => `PLANS#${round}`,
  jobs: () => 'JOBS',
  /** Files that were handed in to be read and wait for what comes of them, by whom they concern. */
  readings: (of: string) => `READINGS#${of}`,
  accounts: () => 'ACCOUNTS',
  forms: () => 'FORMS',
  /** Mails that are not out yet, by when they were due; a claimed one stays, for moving it would cost two write units. */
  dueNotices: () => 'DUE#OUT',
  /** 送信結果不明 of late, by when that was found. */
  doubtfulNotices: () => 'DUE#DOUBT',
  /** 送信結果不明 that only a person can decide about, by when they were left to one. */
  unknownNotices: () => 'UNKNOWN',
  deadAddresses: () => 'DEAD',
  /** Files that no answer names, by since when. */
  awaitedUploads: () => 'AWAITED',
  dueJobs: () => 'DUE#JOB',
} as const;
