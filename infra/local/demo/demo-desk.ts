import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { programs } from '#lib/programs/every-program.ts';
import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import type { RuleDesk } from '#lib/usecases/desk.ts';
import type { DemoContext } from './demo-context.ts';

/** The product's own desk on the local platform: the demo acts through the same use cases as a deployment, by the platform's clock. */
export function demoDesk(context: DemoContext): RuleDesk {
  const { endpoint, region, credentials, tableName } = context;
  const id = () => randomBytes(12).toString('hex');
  return {
    table: dynamoTable({
      client: new DynamoDBClient({ endpoint, region, credentials }),
      name: tableName,
      id,
      pause: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
    }),
    world: { now: () => context.now().toISOString(), secret: () => new Uint8Array(randomBytes(32)), id },
    programs,
  };
}
