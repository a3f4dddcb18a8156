import { describe, expect, test } from 'vitest';
import { at, functions, mayDo, only, resources, type Statement, statements, target } from './synthesized.ts';

const table = only('AWS::DynamoDB::Table').id;
const allowed = (bundle: string, service: string) =>
  mayDo(bundle)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions }) => actions)
    .filter((action) => action.startsWith(`${service}:`));

describe('a role', () => {
  test('may do on everything only what knows no resource', () => {
    const onAll = statements().filter(({ resources }) => resources.includes('*'));
    expect(new Set(onAll.flatMap(({ actions }) => actions))).toEqual(
      new Set(['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'dynamodb:ListStreams', 'ses:GetSendQuota']),
    );
  });

  test('names each action in full', () => {
    expect(statements().flatMap(({ actions }) => actions.filter((action) => action.includes('*')))).toEqual([]);
  });

  test('of the scheduler starts the tick, reports a missed one, and nothing else', () => {
    const role = target(at(only('AWS::Scheduler::Schedule').Properties.Target, 'RoleArn'));
    const own = statements().filter((statement) => statement.role === role);
    expect(own.flatMap(({ actions }) => actions)).toEqual(['lambda:InvokeFunction', 'sqs:SendMessage']);
  });
});

describe('the table', () => {
  test('is reached by whole scans or PartiQL from nowhere', () => {
    const actions = statements().flatMap((statement) => statement.actions);
    for (const action of ['Scan', 'PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete']) {
      expect(actions).not.toContain(`dynamodb:${action}`);
    }
  });

  test('takes batches of writes, which know no condition, only where files and releases are laid down', () => {
    const batching = functions().filter(({ bundle }) =>
      allowed(bundle, 'dynamodb').includes('dynamodb:BatchWriteItem'),
    );
    expect(batching.map(({ bundle }) => bundle)).toEqual(['register', 'announcements', 'jobs-run-job']);
  });

  test('lets no function change or remove an audit row', () => {
    const reaching = functions().filter(({ bundle }) => mayDo(bundle).some(grantsRows));
    expect(reaching).toHaveLength(functions().length - 2);
    for (const { bundle } of reaching) {
      expect([bundle, mayDo(bundle).filter(({ effect }) => effect === 'Deny')]).toEqual([
        bundle,
        [
          expect.objectContaining({
            actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
            resources: [{ 'Fn::GetAtt': [table, 'Arn'] }],
            condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['AUD#*'] } },
          }),
        ],
      ]);
    }
  });

  test('has no row to read or write for the job that only fills queues', () => {
    expect(allowed('jobs-dispatch', 'dynamodb')).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ]);
  });
});

describe('mail', () => {
  test('is sent by one function, by the streams’ own domains and configuration sets', () => {
    const senders = functions().filter(({ bundle }) => allowed(bundle, 'ses').length > 0);
    expect(senders.map(({ bundle }) => bundle)).toEqual(['jobs-send-mail']);
    const [sending] = mayDo('jobs-send-mail').filter(({ actions }) => actions.includes('ses:SendEmail'));
    const named = sending?.resources.map((arn) => target(at(arn, 'Fn::Join', 1, 7)));
    expect(sending?.actions).toEqual(['ses:SendEmail', 'ses:SendRawEmail']);
    const [identities, sets] = [resources('AWS::SES::EmailIdentity'), resources('AWS::SES::ConfigurationSet')];
    expect(named?.toSorted()).toEqual([...identities, ...sets].map(({ id }) => id).sort());
  });
});

describe('a queue', () => {
  test.each([
    ['hospital', 0],
    ['staff', 0],
    ['jobs-run-job', 0],
    ['jobs-dispatch', 4],
    ['jobs-tick', 4],
  ])('is written by %s only where it is told to (%i)', (bundle, queues) => {
    const to = mayDo(bundle).filter(({ actions }) => actions.includes('sqs:SendMessage'));
    const ids = new Set(to.flatMap((statement) => statement.resources.map(target)));
    expect(ids.size).toBe(queues);
    for (const id of ids) expect(resources('AWS::SQS::Queue').map((queue) => queue.id)).toContain(id);
  });
});

function grantsRows({ effect, resources }: Statement): boolean {
  return effect === 'Allow' && resources.some((arn) => target(arn) === table && at(arn, 'Fn::GetAtt', 1) === 'Arn');
}
