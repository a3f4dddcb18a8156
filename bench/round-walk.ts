import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { sessionCookie } from '#functions/site/cookie.ts';
import { demoAnswers } from '#infra/local/demo/demo-answers.ts';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import type { Platform } from '#infra/local/platform-contract.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Edition, Survey } from '#lib/core/program.ts';
import { applies } from '#lib/core/survey/applies.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { carried, landedOn, shown, type Visited, type Visitor, valuesOf, visitor } from './visitor.ts';

/** What people do in a round, each with a browser of their own, over HTTP. */
export interface RoundWalk {
  /** Prepares a round, sees its preview, sends it, and waits until every request is mailed; gives the round's id. */
  open(): Promise<string>;
  /** Opens the newest link mailed to a hospital, goes from section to section by the button, checks and submits. */
  answer(round: string, hospital: Organisation, token: string): Promise<void>;
  /** Approves all that one prefecture may. */
  approve(round: string, prefecture: string): Promise<void>;
  release(round: string): Promise<void>;
  /** Opens a 連携元's link; gives its browser and its list's address. */
  enter(token: string): Promise<{ readonly browser: Visitor; readonly list: string }>;
  /** Newest link's token by address, of mails whose subject holds the word. */
  tokens(word: string): ReadonlyMap<string, string>;
}

/** Days of the round, JST: it opens on a Monday, reminds twice, and is released on a Monday. */
export const days = { opened: '2027-01-18', reminders: ['2027-01-22', '2027-01-26'], released: '2027-02-01' } as const;
const form = { due: '2027-01-29', ladder: ['-7', '-3'] } as const;

/** Takes up the roles of a round on a running platform. */
export async function roundWalk(platform: Platform, edition: Edition, survey: Survey): Promise<RoundWalk> {
  const { origin } = platform;
  const desk = demoDesk(platform.admin);
  const { typedOf } = await loadTypedOf();
  const signedIn = async (actor: Actor) => visitor(origin, sessionCookie(await openSession(desk, actor)));
  const ministry = () => signedIn({ kind: 'ministry', id: 'bench-ministry', name: '医事課' });
  const secondOfMinistry = () => signedIn({ kind: 'ministry', id: 'bench-second', name: '医事課（確認）' });
  const rest = async () => {
    if (!(await platform.settle(600_000))) throw new Error('the platform did not come to rest within 10 minutes');
  };

  /** Every section from the first to the check page: each second one saved in passing once, and each by its button, which brings the next. */
  async function fillIn(browser: Visitor, home: string, hospital: Organisation): Promise<Visited> {
    const values = demoAnswers(survey.form, hospital, days.opened.slice(0, 4));
    const sections = survey.form.sections.filter(({ when }) => applies(when, values));
    let page = shown(await browser.get(`${home}/sections/${sections[0]?.id}`));
    for (const [at, section] of sections.entries()) {
      const typed = Object.entries(typedOf(section.questions, values)).flatMap(([name, all]) =>
        all.map((value) => [name, value] as const),
      );
      const address = `${home}/sections/${section.id}`;
      let own = carried(page, 'csrf', ':version', ':base', ':told');
      if (at % 2 === 1) {
        const half = typed.slice(0, Math.ceil(typed.length / 2));
        const answer = shown(await browser.post(address, [...own, ...half, [':act', 'auto']], 'passing'));
        const saved: { readonly version: number; readonly base: string } = JSON.parse(answer.body);
        const now: Readonly<Record<string, string>> = { ':version': String(saved.version), ':base': saved.base };
        own = own.map(([name, value]) => [name, now[name] ?? value]);
      }
      for (;;) {
        page = landedOn(await browser.post(address, [...own, ...typed, [':act', 'next']], 'landing'));
        if (!page.path.startsWith(address)) break;
        own = carried(page, 'csrf', ':version', ':base', ':told');
      }
    }
    return page;
  }

  return {
    async open() {
      const browser = await ministry();
      const page = shown(await browser.get('/s/rounds/new'));
      const prepared = await browser.post('/s/rounds/new', [
        ...carried(page, 'csrf', 'request'),
        ['survey', `koiki/${edition.id}/${survey.id}`],
        ['title', '連携先病院の情報提供調査'],
        ['due-year', form.due],
        ['release-year', days.released],
        ...form.ladder.map((rung) => ['ladder', rung] as const),
        ['officeName', '厚生労働省医政局医事課（デモ）'],
        ['officeTelephone', '000-0000-0000'],
      ]);
      const address = shown(prepared, 303).location;
      const preview = shown(await browser.get(address));
      const path = address.replace(/\/preview$/, '');
      shown(await browser.post(`${path}/open`, [...carried(preview, 'csrf', 'asked'), ['confirm', 'yes']]), 303);
      await rest();
      return path.split('/').at(-1) ?? '';
    },
    async answer(round, hospital, token) {
      const browser = visitor(origin);
      shown(await browser.get('/h/open'));
      const home = landedOn(await browser.post('/h/open', [['code', token]], 'landing'));
      const check = await fillIn(browser, home.path, hospital);
      if (!check.path.endsWith('/check')) throw new Error(`${hospital.id} was led to ${check.path}, not to the check`);
      const sure = valuesOf(check, 'sure').length > 0 ? ([['sure', 'yes']] as const) : [];
      const own = [...carried(check, 'csrf', 'request'), ...sure];
      const done = landedOn(await browser.post(`/h/rounds/${round}/submit`, own, 'landing'));
      if (!done.path.endsWith('/done')) throw new Error(`${hospital.id} could not submit and was sent to ${done.path}`);
    },
    async approve(round, prefecture) {
      const browser = await signedIn({
        kind: 'prefecture',
        id: `bench-${prefecture}`,
        name: '医療政策担当',
        prefecture,
      });
      const path = `/s/rounds/${round}`;
      let page = shown(await browser.get(`${path}/answers?state=to-review`));
      for (;;) {
        const ticked = valuesOf(page, 'answer').map((value) => ['answer', value] as const);
        if (ticked.length === 0) return;
        const fields = [...carried(page, 'csrf', 'request'), ...ticked];
        const next = shown(await browser.post(`${path}/approve?state=to-review`, fields), 303).location;
        page = shown(await browser.get(next));
      }
    },
    async release(round) {
      const path = `/s/rounds/${round}/release`;
      for (const [browser, press] of [
        [await ministry(), `${path}/propose`],
        [await secondOfMinistry(), path],
      ] as const) {
        const page = shown(await browser.get(path));
        const fields = [...carried(page, 'csrf', 'covers'), ['confirm', 'yes']] as const;
        shown(await browser.post(press, fields), 303);
      }
      await rest();
    },
    async enter(token) {
      const browser = visitor(origin);
      shown(await browser.get('/h/open'));
      const list = shown(await browser.post('/h/open', [['code', token]]), 303).location;
      return { browser, list };
    },
    tokens(word) {
      const found = new Map<string, string>();
      for (const { id, to, subject } of platform.inbox.list()) {
        const [address] = to;
        if (address === undefined || found.has(address) || !subject.includes(word)) continue;
        const token = /\/h\/open#([\w-]+)/.exec(platform.inbox.read(id)?.text ?? '')?.[1];
        if (token !== undefined) found.set(address, token);
      }
      return found;
    },
  };
}

/** The fields that a form would post; bundled first, for the module reaches into pages written in JSX. */
export async function loadTypedOf(): Promise<typeof import('#functions/components/questions/typed.ts')> {
  mkdirSync('.build/bench', { recursive: true });
  const outfile = resolve('.build/bench/typed.mjs');
  await build({
    entryPoints: ['functions/components/questions/typed.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return import(pathToFileURL(outfile).href);
}
