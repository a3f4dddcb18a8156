import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Program } from '#lib/core/program.ts';
import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import type { RuleDesk } from '#lib/usecases/desk.ts';

/** Ends a command with a sentence for the person who gave it. */
export const stop = (words: string): never => {
  console.error(words);
  process.exit(1);
};

const note = z.object({
  endpoint: z.string(),
  region: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  tableName: z.string(),
});

/** What a running platform leaves in its data folder for commands on the same machine. */
function running(folder: string): z.infer<typeof note> {
  const path = join(folder, 'running.json');
  if (!existsSync(path))
    stop('動いているプラットフォームが見つかりません。npm start で起動するか、--table で表を指定してください。');
  return note.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The desk of a command: a named table with AWS's own credentials, or else that of the platform running on this machine. */
export function commandDesk(
  to: { readonly table?: string | undefined; readonly data: string },
  programs: readonly Program[],
): RuleDesk {
  const local = to.table === undefined ? running(to.data) : undefined;
  const id = () => randomBytes(12).toString('hex');
  return {
    table: dynamoTable({
      client: new DynamoDBClient(
        local ? { endpoint: local.endpoint, region: local.region, credentials: local.credentials } : {},
      ),
      name: to.table ?? local?.tableName ?? '',
      id,
      pause: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
    }),
    world: { now: () => new Date().toISOString(), secret: () => new Uint8Array(randomBytes(32)), id },
    programs,
  };
}
