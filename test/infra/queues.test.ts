import { describe, expect, test } from 'vitest';
import { at, functions, list, only, type Resource, resources, target } from './synthesized.ts';

const queues = resources('AWS::SQS::Queue');
const mappings = resources('AWS::Lambda::EventSourceMapping');
const setsAsideTo = ({ Properties }: Resource) => target(at(Properties.RedrivePolicy, 'deadLetterTargetArn'));

/** Queues that something else sets aside to: a queue, the stream's mapping, a function or the scheduler. */
const ends = new Set([
  ...queues.map(setsAsideTo),
  ...mappings.map(({ Properties }) => target(at(Properties.DestinationConfig, 'OnFailure', 'Destination'))),
  ...functions().map(({ Properties }) => target(at(Properties.DeadLetterConfig, 'TargetArn'))),
  target(at(only('AWS::Scheduler::Schedule').Properties.Target, 'DeadLetterConfig', 'Arn')),
]);
const working = queues.filter(({ id }) => !ends.has(id));

describe('every queue', () => {
  test('sets aside what fails, or is where that goes', () => {
    expect(working).toHaveLength(4);
    for (const queue of working) expect(queues.map(({ id }) => id)).toContain(setsAsideTo(queue));
  });

  test('is encrypted and refuses what does not come over TLS', () => {
    for (const { id, Properties } of queues) {
      expect(Properties.SqsManagedSseEnabled).toBe(true);
      const policy = resources('AWS::SQS::QueuePolicy').find(
        (candidate) => target(at(candidate.Properties.Queues, 0)) === id,
      );
      expect(list(at(policy?.Properties.PolicyDocument, 'Statement'))).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  test('that ends a line keeps its messages for 14 days and calls a person', () => {
    const watched = resources('AWS::CloudWatch::Alarm').flatMap(({ Properties }) =>
      list(Properties.Dimensions).map((dimension) =>
        target(at(at(dimension, 'Value'), 'Fn::GetAtt', 0) ? at(dimension, 'Value') : undefined),
      ),
    );
    for (const { id, Properties } of queues.filter((queue) => ends.has(queue.id))) {
      expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
      expect(watched).toContain(id);
    }
  });

  test('leaves its consumer six times its timeout before it gives a message to another', () => {
    for (const { id, Properties } of working) {
      const mapping = mappings.find((candidate) => target(candidate.Properties.EventSourceArn) === id);
      const consumer = functions().find((fn) => fn.id === target(mapping?.Properties.FunctionName));
      expect(Number(Properties.VisibilityTimeout)).toBeGreaterThanOrEqual(6 * Number(consumer?.Properties.Timeout));
    }
  });
});
