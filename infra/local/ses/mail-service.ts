import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Activity } from '../activity.ts';
import type { PlatformClock } from '../clock.ts';
import type { DataFolder } from '../data-folder.ts';
import type { JsonObject } from '../template/json.ts';
import { writeWhole } from '../write-whole.ts';
import { readAddress } from './address.ts';
import { decodeWords } from './encoded-word.ts';
import { fateOf, type MailEventKind, mailEvent } from './mail-event.ts';
import { type Mailbox, openMailbox, type StoredMail } from './mailbox.ts';
import type { Header } from './raw-message.ts';

/** A mail as it is handed in. */
export interface Submission {
  readonly source: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly Header[];
  readonly attachments: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** Why SES does not take a mail: its own error code and a sentence. */
export interface MailRefusal {
  readonly code: 'InvalidParameterValue' | 'MessageRejected' | 'Throttling' | 'ConfigurationSetDoesNotExist';
  readonly message: string;
}

/** A configuration set of the template. */
export interface ConfigurationSet {
  readonly suppresses: ReadonlySet<string>;
  /** Kinds of event that go to the default event bus. */
  readonly published: Set<MailEventKind>;
}

/** The local SES. */
export interface MailService {
  readonly mailbox: Mailbox;
  readonly identities: Set<string>;
  readonly configurationSets: Map<string, ConfigurationSet>;
  /** Addresses that SES would no longer deliver to, with the reason. */
  readonly suppressed: Map<string, 'BOUNCE' | 'COMPLAINT'>;
  /** Mails a second of real time, and mails in 24 hours of the platform's clock. */
  readonly quota: { maxSendRate: number; max24HourSend: number };
  sentLast24Hours(): number;
  send(submission: Submission): { readonly id: string } | MailRefusal;
  /** Publishes the events of mails that were accepted just before a kill; some of them perhaps a second time, as SES may. */
  resume(): void;
}

/** What the service needs of the platform. */
export interface MailServiceParts {
  readonly folder: DataFolder;
  readonly clock: PlatformClock;
  readonly activity: Activity;
  readonly region: string;
  readonly accountId: string;
  publish(event: JsonObject): Promise<void>;
}

const DAY = 86_400_000;

/** Opens the local SES of a data folder; suppression list and mails survive a restart. */
export function openMailService(parts: MailServiceParts): MailService {
  const { clock, folder } = parts;
  const mailbox = openMailbox(folder);
  const listFile = folder.file('mail', 'suppressed.json');
  const suppressed = new Map<string, 'BOUNCE' | 'COMPLAINT'>(
    existsSync(listFile) ? JSON.parse(readFileSync(listFile, 'utf8')) : [],
  );
  const identities = new Set<string>();
  const configurationSets = new Map<string, ConfigurationSet>();
  const quota = { maxSendRate: 14, max24HourSend: 50_000 };
  let recent: number[] = [];

  const sentLast24Hours = () => mailbox.countSince(new Date(clock.now() - DAY).toISOString());

  function refusalOf(submission: Submission): MailRefusal | undefined {
    const recipients = [...submission.to, ...submission.cc, ...submission.bcc];
    const invalid = (message: string): MailRefusal => ({ code: 'InvalidParameterValue', message });
    for (const { name, value } of submission.headers) {
      if (/[\r\n\0]/.test(value)) return invalid(`Header ${name} contains a line break`);
    }
    if (/[\r\n\0]/.test(submission.subject)) return invalid('Subject contains a line break');
    const source = readAddress(submission.source);
    if (typeof source === 'string') return invalid(source);
    if (recipients.length === 0) return invalid('No recipient');
    if (recipients.length > 50) return { code: 'MessageRejected', message: 'Recipient count exceeds 50.' };
    for (const recipient of recipients) {
      const address = readAddress(recipient);
      if (typeof address === 'string') return invalid(address);
    }
    if (!identities.has(source.domain) && !identities.has(source.address.toLowerCase())) {
      return {
        code: 'MessageRejected',
        message: `Email address is not verified. The following identities failed the check: ${source.address}`,
      };
    }
    const set = submission.configurationSet;
    if (set !== undefined && !configurationSets.has(set)) {
      return { code: 'ConfigurationSetDoesNotExist', message: `Configuration set <${set}> does not exist.` };
    }
    for (const [name, value] of Object.entries(submission.tags)) {
      if (!/^[A-Za-z0-9_-]{1,256}$/.test(name) || !/^[A-Za-z0-9_.@-]{1,256}$/.test(value))
        return invalid(`Invalid tag: ${name}=${value}`);
    }
    return limitOf(recipients.length);
  }

  function limitOf(recipients: number): MailRefusal | undefined {
    const second = performance.now() - 1000;
    recent = recent.filter((at) => at > second);
    if (recent.length + recipients > quota.maxSendRate)
      return { code: 'Throttling', message: 'Maximum sending rate exceeded.' };
    if (sentLast24Hours() + recipients > quota.max24HourSend)
      return { code: 'Throttling', message: 'Daily message quota exceeded.' };
    return undefined;
  }

  function tellSoon(mail: StoredMail): void {
    const done = parts.activity.begin();
    setImmediate(
      () =>
        void tell(mail)
          .then(() => mailbox.settle(mail.id))
          .finally(done),
    );
  }

  async function tell(mail: StoredMail): Promise<void> {
    const set = configurationSets.get(mail.configurationSet ?? '');
    const publish = async (kind: MailEventKind, about: StoredMail, extra: JsonObject) => {
      if (set?.published.has(kind)) await parts.publish(mailEvent(kind, about, clock.instant(), extra, parts));
    };
    await publish('Send', mail, {});
    for (const recipient of mail.to) {
      const address = recipient.toLowerCase();
      const reason = suppressed.get(address);
      const fate = fateOf(recipient, reason !== undefined && (set?.suppresses.has(reason) ?? true), clock.instant());
      if (fate.kind === 'Complaint') await publish('Delivery', mail, fateOf('ok@', false, clock.instant()).extra);
      if (fate.kind === 'Complaint' || fate.extra.bounceType === 'Permanent') {
        suppressed.set(address, fate.kind === 'Complaint' ? 'COMPLAINT' : 'BOUNCE');
        writeWhole(listFile, JSON.stringify([...suppressed]));
      }
      await publish(fate.kind, mail, fate.extra);
    }
  }

  return {
    mailbox,
    identities,
    configurationSets,
    suppressed,
    quota,
    sentLast24Hours,
    send(submission) {
      const refusal = refusalOf(submission);
      if (refusal) return refusal;
      const id = `${Date.now().toString(16).padStart(16, '0')}-${randomBytes(16).toString('hex')}-000000`;
      const plain = (value: string) => {
        const address = readAddress(value);
        return typeof address === 'string' ? value : address.address;
      };
      const to = [...submission.to, ...submission.cc, ...submission.bcc].map(plain);
      recent.push(...to.map(() => performance.now()));
      const mail: StoredMail = {
        id,
        at: clock.instant(),
        from: decodeWords(submission.source),
        to,
        subject: decodeWords(submission.subject),
        text: submission.text,
        html: submission.html,
        headers: submission.headers,
        attachments: submission.attachments,
        configurationSet: submission.configurationSet,
        tags: submission.tags,
      };
      mailbox.keep(mail);
      tellSoon(mail);
      return { id };
    },
    resume() {
      for (const mail of mailbox.unsettled()) tellSoon(mail);
    },
  };
}
