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
import type { BundledFunction } from './bundled-function.ts';
import type { QueueWithDeadLetters } from './queue-with-dead-letters.ts';

/** The sending side of SES: the domain, and a configuration set whose events tell the fate of each mail; opens and clicks are never tracked. */
export class Mail extends Construct {
  readonly from: string;
  readonly configurationSetName: string;
  readonly #senderArns: readonly string[];

  constructor(scope: Construct, id: string, { events }: { readonly events: QueueWithDeadLetters }) {
    super(scope, id);
    const domain = new CfnParameter(this, 'Domain', {
      description: 'Domain that the mails come from; its DNS must carry the three DKIM records given as outputs',
      default: 'renkei.example',
      allowedPattern: '^([a-z0-9-]+\\.)+[a-z]{2,}$',
      constraintDescription: 'a domain name in lower case',
    });
    domain.overrideLogicalId('MailDomain');
    this.from = `no-reply@${domain.valueAsString}`;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSetName = configurationSet.configurationSetName;
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    new Rule(this, 'EventsToQueue', {
      description: 'What became of each mail, to the queue that settles the outbox',
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSetName] } } },
      },
      targets: [new SqsQueue(events.queue, { deadLetterQueue: events.deadLetters })],
    });
    const identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(domain.valueAsString) });
    identity.dkimRecords.forEach(({ name, value }, i) => {
      new CfnOutput(this, `DkimRecord${i + 1}`, {
        description: 'CNAME to add to the DNS',
        value: `${name} CNAME ${value}`,
      });
    });
    this.#senderArns = [
      identity.emailIdentityArn,
      Stack.of(this).formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: this.configurationSetName,
      }),
    ];
  }

  /** Lets a function send from the domain, through the configuration set, and read the account's rate and quota (which know no resource). */
  allowSending(fn: BundledFunction<'jobs-send-mail'>): void {
    fn.allow(['ses:SendEmail'], this.#senderArns);
    fn.allow(['ses:GetSendQuota'], ['*']);
  }
}
