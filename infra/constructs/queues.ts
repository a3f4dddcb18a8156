import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterQueue, QueueWithDeadLetters } from './queue-with-dead-letters.ts';

/** Where work waits: long jobs, mails to send, SES's events, and what the table's stream or the scheduler could not deliver. */
export class Queues extends Construct {
  readonly jobs: QueueWithDeadLetters;
  readonly mail: QueueWithDeadLetters;
  /** An announcement's mails, which all others overtake. */
  readonly announcements: QueueWithDeadLetters;
  readonly mailEvents: QueueWithDeadLetters;
  readonly undispatched: Queue;
  readonly missedTicks: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.jobs = new QueueWithDeadLetters(this, 'Jobs', { visibilityTimeout: Duration.minutes(12), maxReceiveCount: 5 });
    this.mail = new QueueWithDeadLetters(this, 'Mail', { visibilityTimeout: Duration.minutes(6), maxReceiveCount: 10 });
    this.announcements = new QueueWithDeadLetters(this, 'Announcements', {
      visibilityTimeout: Duration.minutes(6),
      maxReceiveCount: 10,
    });
    this.mailEvents = new QueueWithDeadLetters(this, 'MailEvents', {
      visibilityTimeout: Duration.minutes(3),
      maxReceiveCount: 10,
    });
    this.undispatched = deadLetterQueue(this, 'Undispatched');
    this.missedTicks = deadLetterQueue(this, 'MissedTicks');
  }
}
