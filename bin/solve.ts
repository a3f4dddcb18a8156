#!/usr/bin/env node
/**
 * Solves allocation instances from outside: one JSON instance a line on stdin, one JSON answer a line on stdout, in order.
 *
 *     npm run -s solve -- [--mode stable|regional|best|free] [--prices] [--explain] [--tie-seed N] [--seconds N] < instances.jsonl
 *
 * Bad input is answered on its own line and the others go on; wrong flags end with exit code 2.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { runHighsAside } from '../lib/core/matching/allocation/free/run-highs-aside.ts';
import {
  answerLine,
  invalid,
  type LineOptions,
  modes,
  type Shape,
} from '../lib/core/matching/allocation/lines/answer-line.ts';
import type { RoundWords } from '../lib/core/matching/allocation/lines/answer-round.ts';

const shapes = new Map<string, Shape>([
  ['HR', 'market'],
  ['HR-regional-caps', 'regional-market'],
  ['SPA-S', 'project-market'],
  ['koiki-round', 'quota-round'],
]);

const notOffered = new Map([
  ['HR-couples', 'HR-couples is not offered: couples can leave no stable matching at all'],
  [
    'HR-lower-quotas',
    'HR-lower-quotas is not offered: floors and stability can exclude each other; koiki-round in mode best keeps floors and names whom each displaces',
  ],
  [
    'interval-capacity',
    'interval-capacity is not offered: free start weeks have no stable choice; koiki-round with a calendar in mode free finds the best total',
  ],
  [
    'HR+weights',
    'HR+weights is not offered: give the lists alone as HR for the stable matching, the weights as scores of koiki-round for the greatest total',
  ],
  ['M2M', 'M2M is not offered: give each seat of a proposer as one proposer of HR, or slots of koiki-round'],
]);

const words: RoundWords = {
  rule: { 'not-a-receiving-area': '連携先区域でない', 'own-prefecture-only': '自都道府県に限る' },
  member(member) {
    switch (member.kind) {
      case 'floor':
        return `${member.prefecture}の下限は${member.amount}人です`;
      case 'slots':
        return `${member.source}の枠は${member.amount}人です`;
      case 'hostCap':
        return `${member.host}の受入可能人数は${member.amount}人です`;
      case 'ownCap':
        return `${member.prefecture}の自都道府県内の上限は${member.amount}人です`;
    }
  },
  calendar: '開始時期と同時受入人数の条件を満たす配置がありません',
};

const options = readFlags();
const decoder = new TextDecoder('utf-8', { fatal: true });
let waiting: Buffer[] = [];
for await (const chunk of process.stdin) {
  const bytes: Buffer = chunk;
  let from = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    waiting.push(bytes.subarray(from, at));
    from = at + 1;
    await answer();
  }
  if (from < bytes.length) waiting.push(bytes.subarray(from));
}
if (waiting.length > 0) await answer();

/** Answers the line gathered so far. */
async function answer(): Promise<void> {
  const line = Buffer.concat(waiting);
  waiting = [];
  if (!process.stdout.write(`${await answerOf(line)}\n`)) await once(process.stdout, 'drain');
}

async function answerOf(line: Buffer): Promise<string> {
  let text: string;
  try {
    text = decoder.decode(line);
  } catch {
    return invalid(['line: is not UTF-8']);
  }
  try {
    return await answerLine(text, options);
  } catch (error) {
    return JSON.stringify({ status: 'failed', errors: [String(error)] });
  }
}

function readFlags(): LineOptions {
  try {
    const { values } = parseArgs({
      options: {
        mode: { type: 'string' },
        prices: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        rules: { type: 'string', default: 'given-by-input' },
        'tie-seed': { type: 'string', default: '0' },
        seconds: { type: 'string', default: '60' },
      },
    });
    const mode = modes.find((one) => one === values.mode) ?? null;
    if (values.mode !== undefined && mode === null) throw new Error(`--mode must be one of ${modes.join(', ')}`);
    const tieSeed = Number(values['tie-seed']);
    const seconds = Number(values.seconds);
    if (!Number.isSafeInteger(tieSeed)) throw new Error('--tie-seed must be a whole number');
    if (!(seconds > 0)) throw new Error('--seconds must be more than 0');
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const explain = values.explain ? { ruleVersion: values.rules, hash } : null;
    return { shapes, notOffered, mode, prices: values.prices, explain, tieSeed, words, seconds, run: runHighsAside };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
