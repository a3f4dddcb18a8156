import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { openMailbox } from '#infra/local/ses/mailbox.ts';
import type { Place } from '../place.ts';
import type { Attributes } from '../world/expressions.ts';
import type { MortalPlatform } from './mortal-platform.ts';

/** How long a person at a real platform waits before the next try, milliseconds: real time, so shorter than in a world. */
const patience = 700;

/** A real platform as a place where people act: pages over HTTP, mails as they lie on disk. */
export function realPlace(platform: MortalPlatform, dataFolder: string): Place & { items(): Promise<Attributes[]> } {
  const mailFile = { file: (...names: string[]) => join(dataFolder, ...names) };
  const now = () => new Date(Date.now() + aheadIn(join(dataFolder, 'state', 'clock.json')));
  const context = () => ({ ...platform.at(), variables: {}, now, log: () => {} });
  return {
    get desk() {
      return demoDesk(context());
    },
    async web({ method, path, cookie = '', type, accept = 'text/html', body }) {
      const { origin } = platform.at();
      const headers = {
        accept,
        origin,
        ...(cookie === '' ? {} : { cookie }),
        ...(type === undefined ? {} : { 'content-type': type }),
      };
      try {
        const sent = {
          method,
          headers,
          redirect: 'manual' as const,
          ...(body === undefined ? {} : { body: Buffer.from(body) }),
        };
        const answer = await fetch(new URL(path, origin), sent);
        const location = answer.headers.get('location') ?? '';
        return { status: answer.status, location, body: await answer.text(), cookies: answer.headers.getSetCookie() };
      } catch {
        return { status: 502, location: '', body: '', cookies: [] };
      }
    },
    wait: async () => {
      await pause(patience);
    },
    mails() {
      const box = openMailbox(mailFile);
      return box
        .list()
        .toReversed()
        .flatMap(({ id }) => {
          const mail = box.read(id);
          return mail ? [{ mail }] : [];
        });
    },
    async items() {
      const { endpoint, region, credentials, tableName: TableName } = platform.at();
      const client = new DynamoDBClient({ endpoint, region, credentials });
      const all: Attributes[] = [];
      for (let from: Attributes | undefined; ; ) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new ScanCommand({ TableName, ...(from ? { ExclusiveStartKey: Object(from) } : {}) }),
        );
        all.push(...Items.map((item): Attributes => Object(item)));
        if (!LastEvaluatedKey) return all;
        from = Object(LastEvaluatedKey);
      }
    },
  };
}

/** How far the platform's clock is ahead of real time, as its file has it, milliseconds. */
function aheadIn(file: string): number {
  const { aheadMs } = JSON.parse(readFileSync(file, 'utf8'));
  return Number(aheadMs);
}
