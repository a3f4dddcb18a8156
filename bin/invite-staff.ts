import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import { inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';

/**
 * `npm run -s invite-staff -- --name 氏名 [--office ministry|03] [--table NAME] --origin https://…`: prints a one-time link with which
 * the first member of an office registers a passkey. Without --table it speaks to the platform that runs on this machine.
 */
const { values } = parseArgs({
  options: {
    name: { type: 'string', default: '' },
    office: { type: 'string', default: 'ministry' },
    table: { type: 'string' },
    origin: { type: 'string', default: '' },
    data: { type: 'string', default: process.env.RENKEI_DATA ?? '.data' },
  },
});

const stop = (words: string): never => {
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
function running(): z.infer<typeof note> {
  const path = join(values.data, 'running.json');
  if (!existsSync(path))
    stop('動いているプラットフォームが見つかりません。npm start で起動するか、--table で表を指定してください。');
  return note.parse(JSON.parse(readFileSync(path, 'utf8')));
}

if (!URL.canParse(values.origin)) {
  stop(
    '使い方：npm run -s invite-staff -- --name 氏名 --origin https://サイトのアドレス [--office ministry|都道府県番号] [--table 表の名前]',
  );
}
const local = values.table === undefined ? running() : undefined;
const id = () => randomBytes(12).toString('hex');
const table = dynamoTable({
  client: new DynamoDBClient(
    local ? { endpoint: local.endpoint, region: local.region, credentials: local.credentials } : {},
  ),
  name: values.table ?? local?.tableName ?? '',
  id,
  pause: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
});
const world = { now: () => new Date().toISOString(), secret: () => new Uint8Array(randomBytes(32)), id };
const operator = { kind: 'system', name: 'invite-staff-command' } as const;
const wish = { name: values.name, office: values.office, request: id() };
const invited = await inviteStaff({ table, world, programs: [] }, operator, wish);
if (invited.ok) {
  console.log(`${new URL(values.origin).origin}/s/sign-in/register#${invited.value.code}`);
  console.log(`${longInstant(invited.value.expiresAt)}まで、一度だけ使えます。`);
} else if (invited.error.kind === 'problems') {
  stop(invited.error.problems.map(({ message }) => message).join('\n'));
} else stop('招待できませんでした。もう一度実行してください。');
