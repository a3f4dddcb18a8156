import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Alarm } from './alarm.ts';
import type { Jobs } from './jobs.ts';
import type { Pages } from './pages.ts';
import type { QueueWithDeadLetters } from './queue-with-dead-letters.ts';
import type { Queues } from './queues.ts';
import { setting } from './setting.ts';
import { sites } from './sites.ts';

interface AlarmsProps {
  readonly pages: Pages;
  readonly jobs: Jobs;
  readonly queues: Queues;
}

const fiveMinutes = { period: Duration.minutes(5), statistic: Stats.SUM };
const fiveMinutesMost = { period: Duration.minutes(5), statistic: Stats.MAXIMUM };
const redrive = 'Read the log of the function that failed, then start the redrive of the dead-letter queue.';
const readLog = "Read the function's log from the time of the alarm.";

interface Finer {
  readonly threshold: number;
  readonly comparisonOperator: ComparisonOperator;
  readonly silenceIsFailure: true;
}

/** Who is told, and of what: each alarm is something that people suffer. Takes the address to tell (`alarmMail`) from the context. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Renkei', enforceSSL: true });
    const mail = setting(this, 'alarmMail');
    if (mail) this.topic.addSubscription(new EmailSubscription(mail));
    this.#pages(props.pages);
    this.#queues(props.queues);
    this.#tick(props.jobs.tick);
    this.#throttles();
    this.#reputation();
  }

  #alarm(id: string, metric: IMetric, errorImpact: string, remedy: string, rest: Partial<Finer> = {}): void {
    new Alarm(this, id, { metric, errorImpact, remedy, tell: this.topic, ...rest });
  }

  #pages({ functions }: Pages): void {
    for (const [name, fn] of functions) {
      this.#alarm(`${fn.node.id}Pages`, fn.metricErrors(fiveMinutes), sites[name].errorImpact, readLog);
    }
  }

  #queues(queues: Queues): void {
    const dead = (id: string, queue: Queue, impact: string, remedy = redrive) =>
      this.#alarm(id, queue.metricApproximateNumberOfMessagesVisible(fiveMinutesMost), impact, remedy);
    dead('JobsStuck', queues.jobs.deadLetters, 'Opening, releasing, an import or an export has stopped half-way.');
    dead(
      'MailsNotSent',
      queues.mail.deadLetters,
      'Some mails have not been sent, and the recipients do not know of their round.',
    );
    dead('AnnouncementsNotSent', queues.announcements.deadLetters, 'Some people did not get an announcement.');
    dead('MailFateUnknown', queues.mailEvents.deadLetters, 'For some mails it is not known whether they arrived.');
    dead(
      'MailsLate',
      queues.undispatched,
      'New mails go out up to five minutes late, by the tick instead of at once.',
      readLog,
    );
    dead('TicksMissed', queues.missedTicks, 'Reminders and releases that fell due may be late.', readLog);
    const waiting = (id: string, { queue }: QueueWithDeadLetters, longest: Duration, impact: string) =>
      this.#alarm(
        id,
        queue.metricApproximateAgeOfOldestMessage(fiveMinutesMost),
        impact,
        "Compare SES's sending quota with the number waiting.",
        { threshold: longest.toSeconds() },
      );
    waiting('MailsWaiting', queues.mail, Duration.minutes(30), 'Mails have waited for half an hour.');
    waiting(
      'AnnouncementsWaiting',
      queues.announcements,
      Duration.hours(2),
      'Announcements have waited for two hours.',
    );
  }

  #tick(tick: LambdaFunction): void {
    this.#alarm(
      'NoTick',
      tick.metricInvocations({ period: Duration.minutes(15), statistic: Stats.SUM }),
      'Nothing falls due any more: no reminder, no release, no second try of a mail.',
      'See whether the schedule is enabled and its role may start the tick.',
      { comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD, silenceIsFailure: true },
    );
  }

  /** By the account's own count: an alarm on a sum holds at most ten functions. */
  #throttles(): void {
    this.#alarm(
      'TooMuchAtOnce',
      new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...fiveMinutes }),
      'Some people are turned away or wait, because more runs at once than the account allows.',
      "Ask for a higher quota of Lambda's concurrent executions.",
      { threshold: 5 },
    );
  }

  #reputation(): void {
    const rate = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM });
    const impact = 'AWS may stop all mails of this account soon.';
    this.#alarm('ManyBounces', rate('Reputation.BounceRate'), impact, 'Correct the addresses that bounced.', {
      threshold: 0.05,
    });
    this.#alarm('ManyComplaints', rate('Reputation.ComplaintRate'), impact, 'Ask the recipients who complained.', {
      threshold: 0.001,
    });
  }
}
