import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createNames } from '#infra/local/resources/names.ts';
import {
  type Json,
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
  parseJson,
  textAt,
} from '#infra/local/template/json.ts';
import { createResolver } from '#infra/local/template/resolver.ts';
import { loadTemplate } from '#infra/local/template/template.ts';
import type { EngineIndex } from './memory-engine.ts';

export interface WiredFunction {
  readonly id: string;
  readonly arn: string;
  readonly bundle: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface WiredQueue {
  readonly name: string;
  readonly arn: string;
  readonly visibilityMs: number;
  /** Where a message goes that came so often in vain. */
  readonly dead: { readonly arn: string; readonly after: number } | undefined;
}

export interface WiredSource {
  readonly from: 'stream' | WiredQueue;
  readonly to: WiredFunction;
  readonly batchSize: number;
  readonly filters: readonly Json[];
  readonly retries: number;
}

export interface WiredRoute {
  readonly method: string;
  readonly segments: readonly string[];
  readonly to: WiredFunction;
}

/** How the deployment's template ties functions, queues, stream, events, schedules and routes together. */
export interface Wiring {
  readonly functions: readonly WiredFunction[];
  readonly queues: readonly WiredQueue[];
  readonly sources: readonly WiredSource[];
  readonly rules: readonly { readonly pattern: JsonObject; readonly queues: readonly string[] }[];
  readonly scheduled: readonly WiredFunction[];
  readonly routes: readonly WiredRoute[];
  readonly table: { readonly name: string; readonly indexes: Readonly<Record<string, EngineIndex>> };
  readonly region: string;
  readonly accountId: string;
  readonly origin: string;
}

const place = { region: 'ap-northeast-1', accountId: '000000000000', domain: 'localhost:1' };

/** Reads the synthesized template as the local platform does. */
export function readWiring(file = '.build/cdk.out/Renkei.template.json'): Wiring {
  const template = loadTemplate(file);
  const naming = { ...place, stackName: template.stackName, gatewayEndpoint: 'http://aws.local' };
  const names = createNames(template, naming, (value) => resolver.resolve(value));
  const resolver = createResolver(template, names, { ...place, parameters: {} });
  const all = [...template.resources.values()].filter(({ condition }) => resolver.holds(condition));
  const ofType = (type: string) =>
    all
      .filter((each) => each.type === type)
      .map((each) => ({ id: each.id, name: names.physical(each), is: resolver.properties(each.properties) }));

  const functions = ofType('AWS::Lambda::Function').map(({ id, name, is }) => ({
    id,
    name,
    arn: names.attribute(id, 'Arn'),
    bundle: bundleIn(template.assetFolder(textAt(objectAt(is, 'Code'), 'S3Key') ?? '')),
    env: Object.fromEntries(
      Object.entries(objectAt(objectAt(is, 'Environment'), 'Variables')).map(([name, value]) => [name, String(value)]),
    ),
  }));
  const functionAt = (given: string | undefined) =>
    found(
      functions.find(({ arn, name }) => arn === given || name === given),
      given,
    );
  const queues = ofType('AWS::SQS::Queue').map(({ id, name, is }) => {
    const redrive = objectAt(is, 'RedrivePolicy');
    const dead = textAt(redrive, 'deadLetterTargetArn');
    return {
      name,
      arn: names.attribute(id, 'Arn'),
      visibilityMs: numberAt(is, 'VisibilityTimeout', 30) * 1000,
      dead: dead === undefined ? undefined : { arn: dead, after: numberAt(redrive, 'maxReceiveCount', 1) },
    };
  });
  const integrations = new Map(
    ofType('AWS::ApiGatewayV2::Integration').map(({ name, is }) => [name, functionAt(textAt(is, 'IntegrationUri'))]),
  );
  const table = found(ofType('AWS::DynamoDB::Table')[0], 'the table');
  return {
    ...place,
    origin: `http://${place.domain}`,
    functions,
    queues,
    sources: ofType('AWS::Lambda::EventSourceMapping').map(({ is }) => ({
      from: queues.find(({ arn }) => arn === textAt(is, 'EventSourceArn')) ?? 'stream',
      to: functionAt(textAt(is, 'FunctionName')),
      batchSize: numberAt(is, 'BatchSize', 10),
      filters: listAt(objectAt(is, 'FilterCriteria'), 'Filters').map((one) =>
        parseJson(textAt(one, 'Pattern') ?? '{}'),
      ),
      retries: numberAt(is, 'MaximumRetryAttempts', 10),
    })),
    rules: ofType('AWS::Events::Rule').map(({ is }) => ({
      pattern: objectAt(is, 'EventPattern'),
      queues: listAt(is, 'Targets').map((target) => textAt(target, 'Arn') ?? ''),
    })),
    scheduled: ofType('AWS::Scheduler::Schedule').map(({ is }) => functionAt(textAt(objectAt(is, 'Target'), 'Arn'))),
    routes: ofType('AWS::ApiGatewayV2::Route').flatMap(({ is }) => {
      const [method = '', path] = (textAt(is, 'RouteKey') ?? '').split(' ');
      const to = integrations.get((textAt(is, 'Target') ?? '').replace(/^integrations\//, ''));
      return path === undefined || !to ? [] : [{ method, segments: path.split('/').slice(1), to }];
    }),
    table: {
      name: table.name,
      indexes: Object.fromEntries(
        listAt(table.is, 'GlobalSecondaryIndexes').map((index) => [textAt(index, 'IndexName') ?? '', indexOf(index)]),
      ),
    },
  };
}

/** The bundle that an asset's folder was copied from. */
function bundleIn(folder: string): string {
  const code = readFileSync(`${folder}/index.mjs`);
  const from = globSync('.build/functions/*/index.mjs').find((path) => readFileSync(path).equals(code));
  return basename(dirname(found(from, `bundle in ${folder}`)));
}

function indexOf(index: Json): EngineIndex {
  const key = (kind: string) =>
    textAt(
      listAt(index, 'KeySchema').find((one) => textAt(one, 'KeyType') === kind),
      'AttributeName',
    ) ?? '';
  const keysOnly = textAt(objectAt(index, 'Projection'), 'ProjectionType') === 'KEYS_ONLY';
  return { partition: key('HASH'), sort: key('RANGE'), keysOnly };
}

function found<T>(thing: T | undefined, name: string | undefined): T {
  if (thing === undefined) throw new Error(`the template has no ${name}`);
  return thing;
}
