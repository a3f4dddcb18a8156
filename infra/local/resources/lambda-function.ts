import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workerAccessKeyId } from '../gateway/caller.ts';
import { createFunctionPool } from '../lambda/function-pool.ts';
import type { ResourceKind, Site } from '../site.ts';
import { numberAt, objectAt, textAt } from '../template/json.ts';

const arnOf = (name: string, region: string, accountId: string) =>
  `arn:aws:lambda:${region}:${accountId}:function:${name}`;

/** A function: its bundle in workers of its own, with the template's environment, memory and time limit. */
export const lambdaFunction: ResourceKind = {
  type: 'AWS::Lambda::Function',
  nameProperty: 'FunctionName',
  attributes: { Arn: (name, { region, accountId }) => arnOf(name, region, accountId) },
  build({ id, name, properties }, site) {
    const arn = arnOf(name, site.region, site.accountId);
    const [file = 'index', handler = 'handler'] = (textAt(properties, 'Handler') ?? 'index.handler').split('.');
    const folder = site.template.assetFolder(textAt(objectAt(properties, 'Code'), 'S3Key') ?? '');
    const module = ['mjs', 'js', 'cjs'].map((extension) => join(folder, `${file}.${extension}`)).find(existsSync);
    if (module === undefined) throw new Error(`the function ${id} has no module ${file} in ${folder}`);
    const memoryMb = numberAt(properties, 'MemorySize', 128);
    const variables = Object.entries(objectAt(objectAt(properties, 'Environment'), 'Variables'));
    const own = Object.fromEntries(variables.map(([key, value]) => [key, String(value)]));
    const workers = site.maxWorkers * Math.max(1, sourcesOf(id, site));
    const plan = {
      id,
      name,
      arn,
      roleArn: textAt(properties, 'Role') ?? '',
      module,
      handler,
      memoryMb,
      timeoutSeconds: numberAt(properties, 'Timeout', 3),
      maxWorkers: Math.min(workers, numberAt(properties, 'ReservedConcurrentExecutions', workers)),
      env: { ...runtimeEnv(site, name, memoryMb, folder), ...own },
      workerEnv: (worker: number) => ({ AWS_ACCESS_KEY_ID: workerAccessKeyId(id, worker) }),
    };
    site.functions.set(arn, createFunctionPool(plan, { ...site, ahead: site.clock.shared }));
  },
};

/** Event sources of a function; each has workers of its own, lest one that waits keep another from being worked off. */
const sourcesOf = (id: string, { template }: Site): number =>
  [...template.resources.values()].filter(
    ({ type, properties }) =>
      type === 'AWS::Lambda::EventSourceMapping' && textAt(objectAt(properties, 'FunctionName'), 'Ref') === id,
  ).length;

/** Variables that Lambda's runtime sets; every SDK client is pointed at the gateway. */
function runtimeEnv(site: Site, name: string, memoryMb: number, folder: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: site.gatewayEndpoint,
    AWS_ENDPOINT_URL_DYNAMODB: site.gatewayEndpoint,
    AWS_ENDPOINT_URL_SQS: site.gatewayEndpoint,
    AWS_ENDPOINT_URL_SES: site.gatewayEndpoint,
    AWS_ENDPOINT_URL_S3: site.gatewayEndpoint,
    AWS_REGION: site.region,
    AWS_DEFAULT_REGION: site.region,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    LAMBDA_TASK_ROOT: folder,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  };
}
