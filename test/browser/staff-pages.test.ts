import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { settleNotice } from '#lib/usecases/settle-notice.ts';
import { triedPlan } from '#test/functions/planning/tried-plan.ts';
import { openedRound, submitted } from '#test/functions/staff/open-round.ts';
import { serveStaff } from '#test/functions/staff/serve-staff.ts';
import { launchChromium } from '#test/support/launch-chromium.ts';
import { lookAtBoth } from '#test/support/look-at.ts';
import { signedIn } from '#test/support/signed-in.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

const pictures = '.build/pictures/staff';

let country: SmallCountry;
let served: Awaited<ReturnType<typeof serveStaff>>;
let browser: Browser;
let round: string;
let places: Readonly<Record<string, string>>;
let people: ReadonlyMap<Actor, Page>;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  country = await smallCountry();
  round = await openedRound(country);
  await submitted(country, round, 'IWATE1', 3);
  const prepared = await prepareRound(country.desk, ministry, {
    program: 'koiki',
    edition: country.edition.id,
    survey: 'small',
    title: '次の調査',
    due: '2027-02-26',
    release: '2027-03-12',
    ladder: ['-7', '-3', '1'],
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    request: 'press2',
  });
  if (!prepared.ok) throw new Error('no round');
  const item = await country.desk.table.get(keys.round(round));
  places = { round, prepared: prepared.value.id, job: String(item?.job), plan: await triedPlan(country) };
  await inviteStaff(country.desk, ministry, { name: '岩手 三郎', office: '03', request: 'colleague' });
  const mail = country.all().find(({ sk }) => sk.startsWith('IWATE2#request'));
  if (!mail) throw new Error('no mail');
  places = { ...places, letter: encodeURIComponent(mail.sk) };
  await country.desk.table.write({ update: { pk: mail.pk, sk: mail.sk }, set: { state: 'unknown' } });
  const dead = country.all().find(({ sk }) => sk.startsWith('IWATE3#request'));
  const bounced = {
    evidence: 'bounced',
    messageId: 'm',
    at: '2027-01-20T00:00:00.000Z',
    reason: 'smtp; 550 5.1.1 user unknown',
  } as const;
  await settleNotice(country.desk, { round, notice: dead?.sk ?? '', ...bounced });
  served = await serveStaff(country);
  browser = await launchChromium();
  people = new Map([
    [ministry, await enter(ministry)],
    [iwate, await enter(iwate)],
  ]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const enter = (actor: Actor) => signedIn(browser, served.origin, country.desk, actor);

const pages: readonly (readonly [name: string, actor: Actor, path: string])[] = [
  ['home', ministry, '/s/home'],
  ['home-prefecture', iwate, '/s/home'],
  ['rounds', ministry, '/s/rounds'],
  ['new-round', ministry, '/s/rounds/new'],
  ['preview', ministry, '/s/rounds/{prepared}/preview'],
  ['round', ministry, '/s/rounds/{round}'],
  ['reminders', ministry, '/s/rounds/{round}/reminders'],
  ['hand-over', iwate, '/s/rounds/{round}/answers/IWATE2/hand-over'],
  ['unreachable', ministry, '/s/unreachable'],
  ['letters', ministry, '/s/letters'],
  ['wording', ministry, '/s/letters/request'],
  ['answers', iwate, '/s/rounds/{round}/answers'],
  ['answer', iwate, '/s/rounds/{round}/answers/IWATE1'],
  ['organisations', ministry, '/s/organisations'],
  ['organisation', ministry, '/s/organisations/IWATE1'],
  ['job', ministry, '/s/jobs/{job}'],
  ['notices', ministry, '/s/notices'],
  ['letter', ministry, '/s/notices/letter?round={round}&notice={letter}'],
  ['plan', ministry, '/s/rounds/{prepared}/plan'],
  ['audit', ministry, '/s/audit'],
  ['accounts', ministry, '/s/accounts'],
  ['planning', ministry, '/s/planning'],
  ['planning-areas', ministry, '/s/planning/areas?t.area-minority=185'],
  ['planning-exposure', ministry, '/s/planning/exposure'],
  ['planning-allocation', ministry, '/s/planning/allocation'],
  ['planning-plan', ministry, '/s/planning/allocation/{plan}?source=T1'],
];

test.each(pages)('%s has nothing that axe finds, and does not scroll sideways', async (name, actor, path) => {
  const page = people.get(actor);
  if (!page) throw new Error('nobody has signed in');
  const response = await page.goto(served.origin + path.replace(/\{(\w+)\}/g, (_, key) => places[key] ?? ''));
  expect(response?.status()).toBe(200);
  await lookAtBoth(page, pictures, name);
});
