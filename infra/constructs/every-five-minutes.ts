import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface EveryFiveMinutesProps {
  readonly start: IFunction;
  /** Where a call goes that could not be made before the next one is due. */
  readonly missed: IQueue;
}

/** The one schedule there is, with a role that may start its function and nothing else; what is due when is in the table. */
export class EveryFiveMinutes extends Construct {
  constructor(scope: Construct, id: string, { start, missed }: EveryFiveMinutesProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'Lets the scheduler start the tick',
    });
    const may = (action: string, resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    may('lambda:InvokeFunction', start.functionArn);
    may('sqs:SendMessage', missed.queueArn);
    new CfnSchedule(this, 'Schedule', {
      description: 'What is due when is in the table',
      scheduleExpression: 'rate(5 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: start.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumEventAgeInSeconds: 300, maximumRetryAttempts: 3 },
        deadLetterConfig: { arn: missed.queueArn },
      },
    });
  }
}
