import { CfnOutput, CfnParameter, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { type Stream, subdomains } from '#lib/core/notices/stream.ts';
import type { BundledFunction } from './bundled-function.ts';
import type { QueueWithDeadLetters } from './queue-with-dead-letters.ts';

const reported = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** What the constructs of each stream are named by; the round's, which came first, by nothing. */
const prefixes: Readonly<Record<Stream, string>> = { link: 'Link', round: '', announcement: 'Announcement' };

/**
 * Whether a dead address of a stream may be lifted by a person. There the table's own list, which every mail is held against before it is sent, is the only one: an address that
 * SES held back as well would stay dead however often it was lifted. Nobody lifts a student's.
 */
const liftable = (stream: Stream): boolean => stream !== 'announcement';

/** The sending side of SES: for each stream of mails a domain, and a configuration set whose events tell the fate of each mail; opens and clicks are never tracked. */
export class Mail extends Construct {
  /** Domain that every stream's own domain ends with. */
  readonly domain: string;
  readonly configurationSets: Readonly<Record<Stream, string>>;
  readonly #senderArns: string[] = [];

  constructor(scope: Construct, id: string, { events }: { readonly events: QueueWithDeadLetters }) {
    super(scope, id);
    const domain = new CfnParameter(this, 'Domain', {
      description: 'Domain that the mails come from; its DNS must carry the DKIM records given as outputs',
      default: 'renkei.example',
      allowedPattern: '^([a-z0-9-]+\\.)+[a-z]{2,}$',
      constraintDescription: 'a domain name in lower case',
    });
    domain.overrideLogicalId('MailDomain');
    this.domain = domain.valueAsString;
    this.configurationSets = {
      link: this.#stream('link'),
      round: this.#stream('round'),
      announcement: this.#stream('announcement'),
    };
    new Rule(this, 'EventsToQueue', {
      description: 'What became of each mail, to the queue that settles the outbox',
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': Object.values(this.configurationSets) } } },
      },
      targets: [new SqsQueue(events.queue, { deadLetterQueue: events.deadLetters })],
    });
  }

  #stream(stream: Stream): string {
    const prefix = prefixes[stream];
    const set = new ConfigurationSet(this, `${prefix}ConfigurationSet`, {
      reputationMetrics: true,
      ...(liftable(stream)
        ? { disableSuppressionList: true }
        : { suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS }),
    });
    const bus = EventBus.fromEventBusName(this, `${prefix}DefaultBus`, 'default');
    set.addEventDestination('Events', { destination: EventDestination.eventBus(bus), events: reported });
    const identity = new EmailIdentity(this, `${prefix}Identity`, {
      identity: Identity.domain(`${subdomains[stream]}${this.domain}`),
    });
    identity.dkimRecords.forEach(({ name, value }, i) => {
      new CfnOutput(this, `${prefix}DkimRecord${i + 1}`, {
        description: 'CNAME to add to the DNS',
        value: `${name} CNAME ${value}`,
      });
    });
    const { configurationSetName: resourceName } = set;
    const arn = Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName });
    this.#senderArns.push(identity.emailIdentityArn, arn);
    return resourceName;
  }

  /** Lets a function send by every stream, and read the account's rate and quota (which know no resource). */
  allowSending(fn: BundledFunction<'jobs-send-mail'>): void {
    fn.allow(['ses:SendEmail', 'ses:SendRawEmail'], this.#senderArns);
    fn.allow(['ses:GetSendQuota'], ['*']);
  }
}
