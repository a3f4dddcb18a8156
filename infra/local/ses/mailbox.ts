import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { DataFolder } from '../data-folder.ts';
import type { Header } from './raw-message.ts';

/** A mail that the local SES accepted. */
export interface StoredMail {
  /** SES message id. */
  readonly id: string;
  /** ISO UTC instant by the platform's clock. */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly Header[];
  readonly attachments: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** What a list of mails shows. */
export type MailSummary = Pick<StoredMail, 'id' | 'at' | 'from' | 'to' | 'subject' | 'tags'>;

/** Every mail that was accepted, on disk, newest first. */
export interface Mailbox {
  keep(mail: StoredMail): void;
  list(): readonly MailSummary[];
  read(id: string): StoredMail | undefined;
  /** Number of mails whose instant lies after the given one. */
  countSince(instant: string): number;
  /** Notes that all events of a mail have been handed on. */
  settle(id: string): void;
  /** Mails whose events a kill may have kept from being handed on, oldest first. */
  unsettled(): readonly StoredMail[];
}

/** Opens the mailbox of a data folder: an index of one line a mail, and one JSON file a mail. */
export function openMailbox(folder: Pick<DataFolder, 'file'>): Mailbox {
  const index = folder.file('mail', 'index.jsonl');
  const list: MailSummary[] = existsSync(index) ? readIndex(readFileSync(index, 'utf8')) : [];
  const settledFile = folder.file('mail', 'settled.txt');
  const settled = new Set(
    existsSync(settledFile) ? readFileSync(settledFile, 'utf8').split('\n') : list.map(({ id }) => id),
  );
  if (!existsSync(settledFile)) writeFileSync(settledFile, [...settled].map((id) => `${id}\n`).join(''));
  const read = (id: string): StoredMail => JSON.parse(readFileSync(folder.file('mail', `${id}.json`), 'utf8'));
  return {
    keep(mail) {
      const { id, at, from, to, subject, tags } = mail;
      const summary = { id, at, from, to, subject, tags };
      appendFileSync(folder.file('mail', `${id}.json`), JSON.stringify(mail, undefined, 2));
      appendFileSync(index, `${JSON.stringify(summary)}\n`);
      list.unshift(summary);
    },
    list: () => list,
    read(id) {
      if (!list.some((mail) => mail.id === id)) return undefined;
      return read(id);
    },
    countSince: (instant) => {
      const older = list.findIndex((mail) => mail.at <= instant);
      return older < 0 ? list.length : older;
    },
    settle(id) {
      settled.add(id);
      appendFileSync(settledFile, `${id}\n`);
    },
    unsettled: () =>
      list
        .filter(({ id }) => !settled.has(id))
        .map(({ id }) => read(id))
        .reverse(),
  };
}

/** A line torn by a kill was never acknowledged and is left out. */
function readIndex(text: string): MailSummary[] {
  return text
    .split('\n')
    .flatMap((line): MailSummary[] => {
      try {
        return line === '' ? [] : [JSON.parse(line)];
      } catch {
        return [];
      }
    })
    .reverse();
}
