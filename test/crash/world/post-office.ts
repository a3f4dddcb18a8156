import { fitsPattern } from '#infra/local/events/pattern.ts';
import { fateOf, mailEvent } from '#infra/local/ses/mail-event.ts';
import type { Submission } from '#infra/local/ses/mail-service.ts';
import type { StoredMail } from '#infra/local/ses/mailbox.ts';
import { type JsonObject, textAt } from '#infra/local/template/json.ts';
import { late } from './late.ts';
import type { Mishaps } from './mishaps.ts';
import type { Time } from './time.ts';
import type { Wiring } from './wiring.ts';

/** A mail that SES accepted, and how much had been written to the table by then. */
export interface Accepted {
  readonly mail: StoredMail;
  readonly afterChanges: number;
  /** Kinds of events of this mail that no schedule kept from arriving. */
  readonly told: Set<string>;
}

/** Creates an office without mails. */
export function createPostOffice(
  wiring: Wiring,
  time: Time,
  mishaps: Mishaps,
  parts: { id(): string; changes(): number; put(arn: string, body: string): void },
) {
  let mails: Accepted[] = [];
  let airborne: { readonly at: number; readonly event: JsonObject }[] = [];
  const instant = () => new Date(time.now()).toISOString();

  function publish(of: Accepted, event: JsonObject): void {
    const { number, own, all } = mishaps.event();
    if (own === 'lost') return;
    of.told.add(textAt(event, 'detail-type') ?? '');
    const at = time.now() + (all.includes('late') ? late.events : 0) + (own === 'late' ? late.event : 0);
    const reversed = all.includes('reversed') ? 1000 - number : 0;
    airborne.push({ at: at + reversed, event });
    if (own === 'twice' || all.includes('twice')) airborne.push({ at: at + 60_000, event });
  }

  return {
    accept(submission: Submission): string {
      const mail: StoredMail = {
        ...submission,
        id: parts.id(),
        at: instant(),
        from: submission.source,
        to: [...submission.to],
      };
      const accepted: Accepted = { mail, afterChanges: parts.changes(), told: new Set() };
      mails.push(accepted);
      const fate = fateOf(mail.to[0] ?? '', false, instant());
      publish(accepted, mailEvent('Send', mail, instant(), {}, wiring));
      publish(accepted, mailEvent(fate.kind, mail, instant(), fate.extra, wiring));
      return mail.id;
    },
    /** Puts the events whose instant has come on their queues; false when there are none. */
    land(): boolean {
      const arrived = airborne.filter(({ at }) => at <= time.now()).sort((a, b) => a.at - b.at);
      airborne = airborne.filter(({ at }) => at > time.now());
      for (const { event } of arrived) {
        for (const { pattern, queues } of wiring.rules) {
          if (fitsPattern(pattern, event)) for (const arn of queues) parts.put(arn, JSON.stringify(event));
        }
      }
      return arrived.length > 0;
    },
    moments: () => airborne.map(({ at }) => at),
    mails: (): readonly Accepted[] => mails,
    keep: (): readonly Accepted[] => [...mails],
    restore(kept: readonly Accepted[]) {
      mails = [...kept];
      airborne = [];
    },
  };
}
