import { globSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionName } from '#infra/build/bundle-functions.ts';
import type { FunctionEnvironments } from '#infra/constructs/function-environments.ts';
import { at, functions, type Json, mayDo, only, resources, target } from './synthesized.ts';

const handlers = globSync('functions/**/handler.ts');

describe('every function', () => {
  test('runs exactly one handler, and every handler is run', () => {
    expect(
      functions()
        .map(({ bundle }) => bundle)
        .sort(),
    ).toEqual(handlers.map(functionName).sort());
  });

  test('has a role of its own, taken on by Lambda alone, without managed policies', () => {
    const roles = functions().map(({ role }) => role);
    expect(new Set(roles).size).toBe(handlers.length);
    for (const { id, Properties } of resources('AWS::IAM::Role').filter(({ id }) => roles.includes(id))) {
      expect([id, at(Properties.AssumeRolePolicyDocument, 'Statement')]).toEqual([
        id,
        [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }],
      ]);
      expect(Properties.ManagedPolicyArns).toBeUndefined();
    }
  });

  test('is Node 24 on arm64, traced, with stated memory and timeout', () => {
    for (const { Properties } of functions()) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        MemorySize: expect.any(Number),
        Timeout: expect.any(Number),
      });
    }
  });

  test('writes to a log of its own that is not kept for ever', () => {
    const logs = functions().map(({ Properties }) => target(at(Properties.LoggingConfig, 'LogGroup')));
    expect(new Set(logs).size).toBe(handlers.length);
    for (const { Properties } of resources('AWS::Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(365);
  });
});

describe('the environment', () => {
  const told = functions().filter(({ bundle }) => bundle !== 'public');

  test.each(told.map((fn) => [fn.bundle, fn] as const))(
    'of %s is what its schema asks for, no more',
    async (bundle, fn) => {
      const path = globSync('functions/**/env.ts').find((file) => functionName(file) === bundle);
      const { schema } = await import(/* @vite-ignore */ resolvePath(path ?? bundle));
      const variables = Object.entries(at(fn.Properties.Environment, 'Variables') ?? {});
      expect(variables.map(([name]) => name).sort()).toEqual(Object.keys(schema.shape).sort());
      const resolved = Object.fromEntries(variables.map(([name, value]) => [name, resolve(value)]));
      expect(schema.safeParse(resolved)).toMatchObject({ success: true });
    },
  );

  test('of the public pages is empty, and they reach no data', () => {
    expect(functions().find(({ bundle }) => bundle === 'public')?.Properties.Environment).toBeUndefined();
    expect(mayDo('public').flatMap(({ actions }) => actions)).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'xray:PutTraceSegments',
      'xray:PutTelemetryRecords',
    ]);
  });

  test('that lacks a variable does not compile', () => {
    // @ts-expect-error two addresses and the table are missing
    const lacking: FunctionEnvironments['jobs-tick'] = { PUBLIC_ORIGIN: 'https://renkei.example' };
    expect(lacking).not.toHaveProperty('TABLE_NAME');
  });
});

/** What CloudFormation would put there, as far as a schema can tell. */
function resolve(value: Json): string {
  const join = at(value, 'Fn::Join', 1);
  if (Array.isArray(join)) return join.map(resolve).join('');
  if (typeof value === 'string') return value;
  const id = target(value) ?? '';
  if (resources('AWS::SQS::Queue').some((queue) => queue.id === id)) return `https://sqs.example.com/${id}`;
  return id === only('AWS::CloudFront::Distribution').id ? 'd111111abcdef8.cloudfront.net' : id;
}
