import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '#infra/build.ts';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { startPlatform } from '#infra/local/platform.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { rows } from '#lib/store/rows.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';

/** Mails a second that the local SES takes in `npm run bench`: what a new production account usually gets. */
const usualRate = 14;

/** Share of that rate that a big send must keep up. */
const aim = 0.95;

/** Lets a whole round's mails wait, then go at once, and prints at what share of the account's rate they do. On a busy machine the machine is the limit: `node bench/drain.ts 60 2` sends 60 mails at 2 a second. */
export async function benchDrain(mails = 330, rate = usualRate): Promise<void> {
  await ensureBuilt({ log: () => {} });
  const edition = koiki.editions.at(-1);
  if (!edition) throw new Error('the programme has no edition');
  const dataFolder = mkdtempSync(join(tmpdir(), 'renkei-drain-'));
  const platform = await startPlatform({
    template: '.build/cdk.out/Renkei.template.json',
    dataFolder,
    seed: (context) =>
      demoDesk(context).table.putAll(demoRegister(edition, mails).map((one) => rows.organisation.item(one))),
  });
  try {
    platform.mail.quota.maxSendRate = rate;
    platform.mail.quota.max24HourSend = 0;
    const desk = demoDesk(platform.admin);
    const day = (days: number) => new Date(Date.parse(desk.world.now()) + days * 86_400_000).toISOString().slice(0, 10);
    const ministry: Actor = { kind: 'ministry', id: 'bench', name: '医事課' };
    const prepared = await prepareRound(desk, ministry, {
      program: koiki.id,
      edition: edition.id,
      survey: 'destination',
      title: '連携先病院の情報提供調査',
      due: day(30),
      release: day(40),
      ladder: [],
      officeName: '厚生労働省医政局医事課（デモ）',
      officeTelephone: '000-0000-0000',
      request: 'drain',
    });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
    await openRound(desk, ministry, prepared.value.id);
    if (!(await platform.settle(600_000))) throw new Error('the mails did not come to rest within 10 minutes');
    platform.mail.quota.max24HourSend = 50_000;
    platform.function('JobsSendMail').kill();
    await platform.tick();
    if (!(await platform.settle(600_000))) throw new Error('the mails did not come to rest within 10 minutes');
    const sent = platform.inbox
      .list()
      .map(({ at }) => Date.parse(at))
      .sort((a, b) => a - b);
    const [first = 0, last = 0] = [sent[0], sent.at(-1)];
    const share = ((sent.length - 1) * 1000) / (last - first) / rate;
    console.log(
      `\nBig send: ${sent.length} mails in ${((last - first) / 1000).toFixed(1)} s, ${(share * 100).toFixed(1)} % of ${rate} a second (aim ${aim * 100} %).`,
    );
  } finally {
    await platform.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

if (import.meta.main) await benchDrain(...process.argv.slice(2).map(Number));
