import { appendFileSync, existsSync, readFileSync } from 'node:fs';
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
}

/** Opens the mailbox of a data folder: an index of one line a mail, and one JSON file a mail. */
export function openMailbox(folder: DataFolder): Mailbox {
  const index = folder.file('mail', 'index.jsonl');
  const list: MailSummary[] = existsSync(index) ? readIndex(readFileSync(index, 'utf8')) : [];
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
      const mail: StoredMail = JSON.parse(readFileSync(folder.file('mail', `${id}.json`), 'utf8'));
      return mail;
    },
    countSince: (instant) => {
      const older = list.findIndex((mail) => mail.at <= instant);
      return older < 0 ? list.length : older;
    },
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
