import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { startPlatform } from '#infra/local/platform.ts';
import { rows } from '#lib/store/rows.ts';
import { days } from '../small-play.ts';
import { register } from './country.ts';
import type { Question, Ready } from './questions.ts';

/** The local platform in a process of its own, to be killed: real template, real bundles, started as `npm start` does. Arguments: data folder, port, hospitals asked. */
const [dataFolder = '', port = '0', asked = '3'] = process.argv.slice(2);
const platform = await startPlatform({
  template: '.build/cdk.out/Renkei.template.json',
  dataFolder,
  port: Number(port),
  clock: days.begun,
  seed: (context) => demoDesk(context).table.putAll(register(Number(asked)).map((one) => rows.organisation.item(one))),
  log: process.env.RENKEI_KILLS_LOG === undefined ? () => {} : (line) => console.log(line),
});
platform.mail.quota.maxSendRate = 1000;

/** Functions that a round keeps busy. */
const busy = ['PagesHospital', 'PagesStaff', 'JobsDispatch', 'JobsRunJob', 'JobsSendMail', 'JobsSettleMail'];

async function answer(question: Question): Promise<number> {
  switch (question.kind) {
    case 'engine':
      return platform.enginePid() ?? 0;
    case 'kill-worker':
      platform.function(busy[Math.floor(question.chance * busy.length)] ?? '').kill();
      return 0;
    case 'pass':
      await platform.clock.advanceBy({ minutes: question.minutes });
      return (await platform.settle(60_000)) ? 1 : 0;
  }
}

process.on('message', async ({ number, question }: { number: number; question: Question }) => {
  process.send?.({ number, answer: await answer(question) });
});
process.once('disconnect', () => process.exit(1));
const { endpoint, region, credentials, tableName, origin } = platform.admin;
process.send?.({ kind: 'ready', endpoint, region, credentials, tableName, origin } satisfies Ready);
