import {
  GetSendQuotaCommand,
  SESClient,
  SESServiceException,
  SendEmailCommand,
  type SendEmailRequest,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { type Stream, subdomains } from '#lib/core/notices/stream.ts';
import type { Letter, Mailer, Sent } from '#lib/core/ports.ts';
import { clock, pacer } from './pace.ts';
import { rawMessage } from './raw-message.ts';

/** Names of SES errors that say the letter was not taken and may be offered again. */
const throttling = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException']);

/** How long what SES says of the account's rate and quota is believed, milliseconds. */
const quotaAge = 300_000;

/** How often a letter refused for the rate alone is offered again within its claim: such a refusal took nothing, and whoever is put off waits for the tick. */
const offers = 50;

/** How many milliseconds lie between two such offers. Where two streams ask for more than the rate, an announcement asks less often, and the other mail gets the next free place. */
const offerPause: Readonly<Record<Stream, number>> = { link: 80, round: 80, announcement: 200 };

/** How much faster than the account's rate letters are offered, for what a late one left free is not had again; SES's refusals keep the rate. */
const haste = 1.02;

interface Quota {
  readonly perSecond: number;
  readonly left: number;
  readonly readAt: number;
}

/**
 * Sends through SES, one try a letter: SES has no idempotency token, and a lost response retried is a second mail. Each of
 * `senders` that work side by side on a queue takes its share of the account's rate, and all stop when the day's quota is used up.
 */
export function sesMailer(options: {
  /** Domain that every stream's own domain ends with. */
  domain: string;
  configurationSets: Readonly<Record<Stream, string>>;
  senders: number;
}): Mailer {
  const client = new SESClient({ maxAttempts: 1 });
  const pace = pacer(clock);
  let known: Promise<Quota> | undefined;
  let sent = 0;

  async function quota(): Promise<Quota> {
    const before = await known?.catch(() => undefined);
    if (before && clock.now() - before.readAt < quotaAge) return before;
    sent = 0;
    known = readQuota();
    return known;
  }

  async function readQuota(): Promise<Quota> {
    const { MaxSendRate = 1, Max24HourSend = -1, SentLast24Hours = 0 } = await client.send(new GetSendQuotaCommand({}));
    const left = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend - SentLast24Hours;
    return { perSecond: Math.max(MaxSendRate, 0.1), left, readAt: clock.now() };
  }

  /** With headers of its own a mail goes as a raw message: SendEmail of version 1 of the API has no place for them. */
  function hand(
    letter: Letter,
    about: Pick<SendEmailRequest, 'ConfigurationSetName' | 'Tags'> & { Source: string },
    raw: Uint8Array | undefined,
  ) {
    const to = [letter.to];
    if (raw) return client.send(new SendRawEmailCommand({ ...about, Destinations: to, RawMessage: { Data: raw } }));
    const content = (Data: string) => ({ Data, Charset: 'UTF-8' });
    const Body = { Text: content(letter.text), Html: content(letter.html) };
    const Message = { Subject: content(letter.subject), Body };
    return client.send(new SendEmailCommand({ ...about, Destination: { ToAddresses: to }, Message }));
  }

  return {
    async ready() {
      const { perSecond, left } = await quota();
      if (sent * options.senders >= left) return false;
      await pace.next((1000 * options.senders) / (perSecond * haste));
      return true;
    },
    async send(letter: Letter): Promise<Sent> {
      const from = `no-reply@${subdomains[letter.stream]}${options.domain}`;
      const raw = letter.unsubscribe === undefined ? undefined : rawMessage(letter, from, letter.unsubscribe);
      if (raw === 'bad-address') return { kind: 'rejected', reason: raw, badAddress: true };
      const about = {
        Source: from,
        ConfigurationSetName: options.configurationSets[letter.stream],
        Tags: Object.entries(letter.tags).map(([Name, Value]) => ({ Name, Value })),
      };
      for (let offer = 1; ; offer++) {
        try {
          const { MessageId = '' } = await hand(letter, about, raw);
          sent++;
          return { kind: 'accepted', messageId: MessageId };
        } catch (failure) {
          const outcome = outcomeOf(failure);
          if (outcome.kind !== 'throttled') return outcome;
          const daily = failure instanceof Error && /daily/i.test(failure.message);
          if (daily) known = Promise.resolve({ perSecond: 1, left: 0, readAt: clock.now() });
          if (daily || offer === offers) return outcome;
          await clock.pause(offerPause[letter.stream]);
        }
      }
    },
  };
}

function outcomeOf(failure: unknown): Sent {
  if (!(failure instanceof SESServiceException)) return { kind: 'unknown', reason: String(failure) };
  const { name, $fault } = failure;
  if (throttling.has(name)) return { kind: 'throttled' };
  if (name === 'InvalidParameterValue') return { kind: 'rejected', reason: name, badAddress: true };
  return $fault === 'client' ? { kind: 'rejected', reason: name } : { kind: 'unknown', reason: name };
}
