import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { BundledFunction } from './bundled-function.ts';
import type { Data } from './data.ts';
import { EveryFiveMinutes } from './every-five-minutes.ts';
import type { Files } from './files.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import { ordinary } from './table-action.ts';

interface JobsProps {
  readonly data: Data;
  readonly files: Files;
  readonly mail: Mail;
  readonly queues: Queues;
  /** Scheme and host that links in mails begin with. */
  readonly origin: string;
}

/** How long SES's events are gathered: each batch is two requests to SQS and an invocation, and a mail's events come in pairs. */
const gathering = Duration.seconds(1);

/** Senders that run at once for a queue and share the account's rate, announcements' giving way to the others: with four, one's way from a batch to the next fits into the time between its mails. */
const senders = 4;

/** What works behind the pages: long jobs, the steps of a mail, and the five-minute tick. */
export class Jobs extends Construct {
  readonly runJob: BundledFunction<'jobs-run-job'>;
  readonly dispatch: BundledFunction<'jobs-dispatch'>;
  readonly sendMail: BundledFunction<'jobs-send-mail'>;
  readonly settleMail: BundledFunction<'jobs-settle-mail'>;
  readonly tick: BundledFunction<'jobs-tick'>;

  constructor(scope: Construct, id: string, props: JobsProps) {
    super(scope, id);
    this.runJob = this.#runJob(props);
    this.dispatch = this.#dispatch(props);
    this.sendMail = this.#sendMail(props);
    this.settleMail = this.#settleMail(props);
    this.tick = this.#tick(props);
  }

  #runJob({ data, files, queues }: JobsProps) {
    const fn = new BundledFunction(this, 'RunJob', {
      bundle: 'jobs-run-job',
      description: 'Long work in chunks: opening a round, importing, releasing, exporting',
      environment: { TABLE_NAME: data.table.tableName, FILE_BUCKET: files.bucket.bucketName },
      memorySize: 1769,
      timeout: Duration.minutes(2),
    });
    data.allow(fn, ...ordinary, 'BatchWriteItem');
    files.allow(fn, 'exports', 'PutObject', 'GetObject', 'DeleteObject');
    files.allow(fn, 'uploads', 'DeleteObject');
    fn.addEventSource(new SqsEventSource(queues.jobs.queue, { batchSize: 1, reportBatchItemFailures: true }));
    return fn;
  }

  #dispatch({ data, queues }: JobsProps) {
    const fn = new BundledFunction(this, 'Dispatch', {
      bundle: 'jobs-dispatch',
      description: 'Puts pending mails and running jobs on their queues',
      environment: filled(queues),
      memorySize: 256,
      timeout: Duration.seconds(30),
    });
    allowFilling(fn, queues);
    const stream = data.table.tableStreamArn;
    if (!stream) throw new Error('the table has no stream');
    fn.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [stream]);
    fn.allow(['dynamodb:ListStreams'], ['*']);
    new EventSourceMapping(this, 'DueRows', {
      target: fn,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(queues.undispatched),
      filters: [inState('OUT#', 'pending'), inState('JOB#', 'running')],
    });
    return fn;
  }

  #sendMail({ data, queues, mail, origin }: JobsProps) {
    const fn = new BundledFunction(this, 'SendMail', {
      bundle: 'jobs-send-mail',
      description: 'Claims outbox rows and hands each mail to SES, one recipient a call',
      environment: {
        TABLE_NAME: data.table.tableName,
        PUBLIC_ORIGIN: origin,
        MAIL_DOMAIN: mail.domain,
        LINK_CONFIGURATION_SET: mail.configurationSets.link,
        ROUND_CONFIGURATION_SET: mail.configurationSets.round,
        ANNOUNCEMENT_CONFIGURATION_SET: mail.configurationSets.announcement,
        MAIL_QUEUE_URL: queues.mail.queue.queueUrl,
        SENDERS: String(senders),
      },
      memorySize: 512,
      timeout: Duration.minutes(1),
    });
    data.allow(fn, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem');
    mail.allowSending(fn);
    for (const { queue } of [queues.mail, queues.announcements]) {
      fn.addEventSource(
        new SqsEventSource(queue, { batchSize: 10, maxConcurrency: senders, reportBatchItemFailures: true }),
      );
    }
    return fn;
  }

  #settleMail({ data, queues }: JobsProps) {
    const fn = new BundledFunction(this, 'SettleMail', {
      bundle: 'jobs-settle-mail',
      description: "Writes what became of each mail, by SES's events",
      environment: { TABLE_NAME: data.table.tableName },
      memorySize: 256,
      timeout: Duration.seconds(30),
    });
    data.allow(fn, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem');
    fn.addEventSource(
      new SqsEventSource(queues.mailEvents.queue, {
        batchSize: 10,
        maxBatchingWindow: gathering,
        reportBatchItemFailures: true,
      }),
    );
    return fn;
  }

  #tick({ data, queues }: JobsProps) {
    const fn = new BundledFunction(this, 'Tick', {
      bundle: 'jobs-tick',
      description: 'Every five minutes: reminders that fall due, and what the stream or a worker left lying',
      environment: {
        TABLE_NAME: data.table.tableName,
        ...filled(queues),
        MAIL_EVENT_QUEUE_URL: queues.mailEvents.queue.queueUrl,
        LOST_MAIL_EVENT_QUEUE_URL: queues.mailEvents.deadLetters.queueUrl,
      },
      memorySize: 512,
      timeout: Duration.minutes(2),
      deadLetterQueue: queues.missedTicks,
    });
    data.allow(fn, ...ordinary);
    allowFilling(fn, queues);
    fn.allow(['sqs:GetQueueAttributes'], [queues.mailEvents.queue.queueArn, queues.mailEvents.deadLetters.queueArn]);
    new EveryFiveMinutes(this, 'EveryFiveMinutes', { start: fn, missed: queues.missedTicks });
    return fn;
  }
}

/** Addresses of the queues that the stream and the tick fill. */
const filled = ({ jobs, mail, announcements }: Queues) => ({
  JOB_QUEUE_URL: jobs.queue.queueUrl,
  MAIL_QUEUE_URL: mail.queue.queueUrl,
  ANNOUNCEMENT_QUEUE_URL: announcements.queue.queueUrl,
});

function allowFilling(fn: BundledFunction<'jobs-dispatch' | 'jobs-tick'>, { jobs, mail, announcements }: Queues): void {
  const arns = [jobs, mail, announcements].map(({ queue }) => queue.queueArn);
  fn.allow(['sqs:SendMessage'], arns);
}

/** Stream records of rows of one kind that were written in one state. */
const inState = (prefix: string, state: string) =>
  FilterCriteria.filter({
    dynamodb: {
      Keys: { pk: { S: FilterRule.beginsWith(prefix) } },
      NewImage: { state: { S: FilterRule.isEqual(state) } },
    },
  });
