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
import { carried, shown, type Visitor, valuesOf, visitor } from './visitor.ts';

/** What people do in a round, each with a browser of their own, over HTTP. */
export interface RoundWalk {
  /** Prepares a round, sees its preview, sends it, and waits until every request is mailed; gives the round's id. */
  open(): Promise<string>;
  /** Opens the newest link mailed to a hospital, goes through every section, checks and submits. */
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
  const rest = async () => {
    if (!(await platform.settle(600_000))) throw new Error('the platform did not come to rest within 10 minutes');
  };

  async function saveSections(browser: Visitor, home: string, hospital: Organisation): Promise<void> {
    const values = demoAnswers(survey.form, hospital, days.opened.slice(0, 4));
    const sections = survey.form.sections.filter(({ when }) => applies(when, values));
    for (const [at, section] of sections.entries()) {
      const address = `${home}/sections/${section.id}`;
      const page = shown(await browser.get(address));
      const typed = Object.entries(typedOf(section.questions, values)).flatMap(([name, all]) =>
        all.map((value) => [name, value] as const),
      );
      let [version, base] = carried(page, ':version', ':base').map(([, value]) => value);
      const saves = at % 2 === 0 ? [typed] : [typed.slice(0, Math.ceil(typed.length / 2)), typed];
      for (const fields of saves) {
        const own = [...carried(page, 'csrf'), [':version', version ?? ''], [':base', base ?? '']] as const;
        const answer = shown(await browser.post(address, [...own, ...fields, [':act', 'auto']], 'script'));
        const saved: { readonly version: number; readonly base: string } = JSON.parse(answer.body);
        [version, base] = [String(saved.version), saved.base];
      }
    }
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
      const home = shown(await browser.post('/h/open', [['code', token]]), 303).location;
      shown(await browser.get(home));
      await saveSections(browser, home, hospital);
      const check = shown(await browser.get(`/h/rounds/${round}/check`));
      const sure = valuesOf(check, 'sure').length > 0 ? ([['sure', 'yes']] as const) : [];
      const submitted = await browser.post(`/h/rounds/${round}/submit`, [
        ...carried(check, 'csrf', 'request'),
        ...sure,
      ]);
      const done = shown(submitted, 303).location;
      if (!done.endsWith('/done')) throw new Error(`${hospital.id} could not submit and was sent to ${done}`);
      shown(await browser.get(done));
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
      const browser = await ministry();
      const page = shown(await browser.get(`/s/rounds/${round}`));
      const fields = [...carried(page, 'csrf', 'passedOn'), ['confirm', 'yes']] as const;
      shown(await browser.post(`/s/rounds/${round}/release`, fields), 303);
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
async function loadTypedOf(): Promise<typeof import('#functions/components/questions/typed.ts')> {
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
