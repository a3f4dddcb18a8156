import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { World } from '#lib/core/ports.ts';
import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import type { Desk } from '#lib/usecases/desk.ts';

const alphabet = '23456789abcdefghjkmnpqrstvwxyz';

/** The real world: the machine's clock and its random source. */
export const world: World = {
  now: () => new Date().toISOString(),
  secret: () => new Uint8Array(randomBytes(32)),
  id: () => Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length]).join(''),
};

/** The desk of a deployed function, without programmes. */
export const tableDeskOf = (env: { readonly TABLE_NAME: string }): Pick<Desk, 'table' | 'world'> => ({
  table: dynamoTable({
    client: new DynamoDBClient({}),
    name: env.TABLE_NAME,
    id: world.id,
    pause: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
  }),
  world,
});
