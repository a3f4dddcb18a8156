import { SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Letter, Mailer, Sent } from '#lib/core/ports.ts';

/** Names of SES errors that say the letter was not taken and may be offered again. */
const throttling = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'ServiceUnavailable']);

/** Sends through SES, one try a letter: SES has no idempotency token, and a lost response retried is a second mail. */
export function sesMailer(options: { from: string; configurationSet: string }): Mailer {
  const client = new SESClient({ maxAttempts: 1 });
  return {
    async send(letter: Letter): Promise<Sent> {
      const content = (Data: string) => ({ Data, Charset: 'UTF-8' });
      const command = new SendEmailCommand({
        Source: options.from,
        Destination: { ToAddresses: [letter.to] },
        Message: { Subject: content(letter.subject), Body: { Text: content(letter.text), Html: content(letter.html) } },
        ConfigurationSetName: options.configurationSet,
        Tags: Object.entries(letter.tags).map(([Name, Value]) => ({ Name, Value })),
      });
      try {
        const { MessageId = '' } = await client.send(command);
        return { kind: 'accepted', messageId: MessageId };
      } catch (failure) {
        if (!(failure instanceof SESServiceException)) return { kind: 'unknown', reason: String(failure) };
        if (throttling.has(failure.name)) return { kind: 'throttled' };
        if (failure.$fault === 'client') return { kind: 'rejected', reason: failure.name };
        return { kind: 'unknown', reason: failure.name };
      }
    },
  };
}
