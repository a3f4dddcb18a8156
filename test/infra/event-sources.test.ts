import { describe, expect, test } from 'vitest';
import { at, functions, only, resources, target } from './synthesized.ts';

function sources(bundle: string) {
  const fn = functions().find((candidate) => candidate.bundle === bundle);
  return resources('AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => target(Properties.FunctionName) === fn?.id,
  );
}

function source(bundle: string) {
  const [mapping, second] = sources(bundle);
  if (!mapping || second) throw new Error(`${bundle} has not exactly one event source`);
  return mapping.Properties;
}

describe('an event source', () => {
  test('is told which of its messages failed', () => {
    for (const { Properties } of resources('AWS::Lambda::EventSourceMapping')) {
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });

  test('brings long jobs one by one', () => {
    expect(source('jobs-run-job').BatchSize).toBe(1);
  });

  test('keeps to four mail workers at once for either queue of mails, so that SES is not outrun', () => {
    expect(sources('jobs-send-mail').map(({ Properties }) => Properties)).toEqual(
      Array(2).fill(expect.objectContaining({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 4 } })),
    );
  });

  test('of all changes to the table passes pending mails and running jobs alone, halves a batch that fails and sets aside what is past help', () => {
    const { EventSourceArn, FilterCriteria, ...rest } = source('jobs-dispatch');
    expect(EventSourceArn).toEqual({ 'Fn::GetAtt': [only('AWS::DynamoDB::Table').id, 'StreamArn'] });
    const patterns = [0, 1].map((index) => JSON.parse(String(at(FilterCriteria, 'Filters', index, 'Pattern'))));
    expect(patterns).toEqual([
      { dynamodb: { Keys: { pk: { S: [{ prefix: 'OUT#' }] } }, NewImage: { state: { S: ['pending'] } } } },
      { dynamodb: { Keys: { pk: { S: [{ prefix: 'JOB#' }] } }, NewImage: { state: { S: ['running'] } } } },
    ]);
    expect(rest).toMatchObject({
      BisectBatchOnFunctionError: true,
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: 10,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });
});

describe('time', () => {
  test('comes from one schedule, every five minutes, to the tick', () => {
    const { ScheduleExpression, Target } = only('AWS::Scheduler::Schedule').Properties;
    const tick = functions().find(({ bundle }) => bundle === 'jobs-tick');
    expect([ScheduleExpression, target(at(Target, 'Arn'))]).toEqual(['rate(5 minutes)', tick?.id]);
  });
});
