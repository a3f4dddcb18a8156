import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '#infra/build.ts';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { fictionalStudents } from '#infra/local/demo/students.ts';
import { startPlatform } from '#infra/local/platform.ts';
import { everybody } from '#lib/core/announcements/recipient.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { applyUpload } from '#lib/usecases/announcements/apply-upload.ts';
import { createList } from '#lib/usecases/announcements/keep-list.ts';
import { scheduleAnnouncement } from '#lib/usecases/announcements/move-announcement.ts';
import { prepareUpload } from '#lib/usecases/announcements/prepare-upload.ts';
import { mailsOf } from '#lib/usecases/announcements/read-announcements.ts';
import { saveAnnouncement } from '#lib/usecases/announcements/save-announcement.ts';
import type { Desk } from '#lib/usecases/desk.ts';

/** Mails a second that the local SES takes in `npm run bench`: what a new production account usually gets. */
const usualRate = 14;

/** Share of that rate that a big send must keep up. */
const aim = 0.95;

const ministry: Actor = { kind: 'ministry', id: 'bench', name: '医事課' };
const [list, upload, id] = ['benchlist', 'benchfile', 'benchnews'];

/** Longest that a send may take: twice what the rate allows, and the laying down, milliseconds. */
const longest = (mails: number, rate: number) => (2 * mails * 1000) / rate + 300_000;

/**
 * Sends an announcement to so many fictional students from schedule to last mail and prints at what share of the account's rate it
 * drained, with the machine's load. On a busy machine the machine is the limit: `node bench/drain.ts 60 2` sends 60 mails at 2 a second.
 */
export async function benchDrain(mails = 330, rate = usualRate): Promise<void> {
  await ensureBuilt({ log: () => {} });
  const dataFolder = mkdtempSync(join(tmpdir(), 'renkei-drain-'));
  const platform = await startPlatform({ template: '.build/cdk.out/Renkei.template.json', dataFolder });
  try {
    platform.mail.quota.maxSendRate = rate;
    const desk = demoDesk(platform.admin);
    await draft(desk, mails);
    const sendAt = new Date(Date.parse(desk.world.now()) + 1000).toISOString();
    const scheduled = await scheduleAnnouncement(desk, ministry, { id, sendAt, seenCount: mails });
    if (!scheduled.ok) throw new Error(scheduled.error.kind);
    await new Promise((resume) => setTimeout(resume, 1500));
    const began = loadavg()[0] ?? 0;
    await platform.tick();
    const end = Date.now() + longest(mails, rate);
    while (platform.inbox.list().length < mails) {
      if (Date.now() > end) throw new Error(`only ${platform.inbox.list().length} of ${mails} mails went out in time`);
      await new Promise((resume) => setTimeout(resume, 2000));
    }
    if (!(await platform.settle(120_000))) throw new Error('the mails did not come to rest');
    const sent = platform.inbox.list();
    const times = sent.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    const share = ((times.length - 1) * 1000) / (last - first) / rate;
    const twice = sent.length - new Set(sent.flatMap(({ to }) => to)).size;
    const delivered = (await mailsOf(desk, id)).filter(({ state }) => state === 'delivered').length;
    const load = `load ${began.toFixed(1)} → ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores`;
    console.log(
      `\nAnnouncement: ${sent.length} mails in ${((last - first) / 1000).toFixed(1)} s, ${(share * 100).toFixed(1)} % of ${rate} a second (aim ${aim * 100} %); ${delivered} delivered, ${twice} twice; ${load}.`,
    );
  } finally {
    await platform.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** A list of fictional students and an announcement to all of them. */
async function draft(desk: Desk, mails: number): Promise<void> {
  await createList(desk, ministry, { name: '医学部5年生', request: list });
  const cells = fictionalStudents(mails);
  const read = await prepareUpload(desk, ministry, {
    list,
    request: upload,
    filename: 'students.csv',
    cells,
    places: { prefectures: PREFECTURES },
  });
  if (!read.ok) throw new Error(read.error.kind);
  await applyUpload(desk, ministry, { list, upload });
  const saved = await saveAnnouncement(desk, ministry, {
    id,
    list,
    segment: everybody,
    subject: '説明会のお知らせ',
    body: '{氏名}さんへ、説明会のお知らせです。',
    officeName: '医事課',
    officeTelephone: '000-0000-0000',
    seen: 0,
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

if (import.meta.main) await benchDrain(...process.argv.slice(2).map(Number));
