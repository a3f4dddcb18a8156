import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { build } from 'esbuild';
import { demoAnswers } from '#infra/local/demo/demo-answers.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { whoIsAsked } from '#lib/core/eligibility/who-is-asked.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Query } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { rows } from '#lib/store/rows.ts';
import { gatherRelease } from '#lib/usecases/gather-release.ts';
import { keepPool } from '#lib/usecases/released-pool.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { memoryTable } from '#test/support/memory-table.ts';

/** Measures the list of one 連携元 at true scale: bytes on the wire, CPU of a page, and what it reads. */
const limits = { page: 40_000, script: 4_000 };

const out = '.build/bench';
mkdirSync(out, { recursive: true });
await build({
  stdin: {
    contents: `export { routes } from './functions/partner/routes.ts';
      export { site } from './functions/site/site.ts';`,
    resolveDir: process.cwd(),
  },
  outfile: `${out}/list-pages.mjs`,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node22',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
await build({
  entryPoints: [{ in: 'functions/partner/pages/list/list.client.ts', out: 'list' }],
  outdir: out,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  minify: true,
  charset: 'utf8',
});
const pages: {
  readonly routes: typeof import('#functions/partner/routes.ts').routes;
  readonly site: typeof import('#functions/site/site.ts').site;
} = await import(pathToFileURL(resolve(`${out}/list-pages.mjs`)).href);

const memory = memoryTable();
const reads: string[] = [];
const table = {
  ...memory,
  get: (key: Parameters<typeof memory.get>[0]) => {
    reads.push(`get ${key.pk.split('#')[0]}`);
    return memory.get(key);
  },
  getAll: (keys: Parameters<typeof memory.getAll>[0]) => {
    reads.push(`batch of ${keys.length}`);
    return memory.getAll(keys);
  },
  query: (query: Query) => {
    reads.push(`query ${query.pk.split('#')[0]}`);
    return memory.query(query);
  },
};
let count = 0;
const world = {
  now: () => '2026-12-10T01:00:00.000Z',
  secret: () => Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? ++count : at)),
  id: () => `id${++count}`,
};
const desk = { table, world, programs: [koiki] };

const edition = koiki.editions.at(-1);
if (!edition) throw new Error('the programme has no edition');
const hospitals = demoRegister(edition).filter(({ kind }) => kind === 'hospital');

/** Releases one survey as everybody asked answered it. */
async function released(survey: NonNullable<typeof edition>['surveys'][number]): Promise<readonly Organisation[]> {
  if (!edition) return [];
  const asked = whoIsAsked(edition, survey, hospitals).asked.map(({ hospital }) => hospital);
  const round: Round = {
    id: survey.id,
    program: koiki.id,
    edition: edition.id,
    survey: survey.id,
    form: { id: survey.form.id, version: survey.form.version },
    title: survey.title,
    due: '2026-11-30',
    release: '2026-12-10',
    ladder: [],
    state: 'released',
    asked: asked.length,
    informed: 0,
    office: { name: '医事課', telephone: '00-0000-0000' },
    createdAt: '2026-10-01T00:00:00.000Z',
    releasedAt: '2026-12-10T00:00:00.000Z',
    version: 1,
    chain: { seq: 0, hash: '' },
  };
  const at = '2026-11-20T03:00:00.000Z';
  const items = asked.flatMap((hospital) => {
    const place = { round: round.id, organisation: hospital.id, revision: 1 };
    const values = { ...demoAnswers(survey.form, hospital, '2027') };
    const head = { name: hospital.name, prefecture: hospital.prefecture, state: 'approved' as const };
    return [
      rows.answer.item({ ...place, ...head, version: 1, chain: round.chain }),
      rows.revision.item({ ...place, form: round.form, values, submittedAt: at, submittedBy: '' }),
      rows.latest.item({ ...place, form: survey.form.id, version: survey.form.version, submittedAt: at }),
    ];
  });
  await table.putAll([rows.round.item(round), ...items, ...hospitals.map((one) => rows.organisation.item(one))]);
  await keepPool(table, round, await gatherRelease(desk, round, { edition, survey }, hospitals));
  return asked;
}

const [hostSurvey, sourceSurvey] = edition.surveys;
if (!hostSurvey || !sourceSurvey) throw new Error('the edition has too few surveys');
const sources = await released(sourceSurvey);
const hosts = await released(hostSurvey);
const viewer = sources[0]?.id ?? '';
const round = hostSurvey.id;
const secret = await openSession(desk, {
  kind: 'hospital',
  organisation: viewer,
  prefecture: '',
  round,
  purpose: 'list',
  name: '',
});
const serve = pages.site({ desk, origin: 'https://renkei.example', routes: pages.routes, door: '/h/open' });

async function visit(address: string, accept = 'text/html'): Promise<string> {
  const { pathname, search } = new URL(address, 'https://renkei.example');
  const event = {
    version: '2.0',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: { accept },
    cookies: [`__Host-renkei=${secret}`],
    requestContext: { http: { method: 'GET', path: pathname } },
  } as unknown as APIGatewayProxyEventV2;
  const { statusCode, body = '' } = await serve(event, {} as unknown as Context);
  if (statusCode !== 200) throw new Error(`${address} answered ${statusCode}`);
  return body;
}

/** Median CPU milliseconds of a page in a warm function. */
async function cpu(address: string, accept?: string): Promise<number> {
  for (let run = 0; run < 10; run++) await visit(address, accept);
  const taken: number[] = [];
  for (let run = 0; run < 40; run++) {
    const from = process.cpuUsage();
    await visit(address, accept);
    const { user, system } = process.cpuUsage(from);
    taken.push((user + system) / 1000);
  }
  return taken.sort((a, b) => a - b)[20] ?? 0;
}

const brotli = (text: string | Uint8Array): number => brotliCompressSync(text).length;
const home = `/h/rounds/${round}/list`;
console.log(`${sources.length} 連携元, ${hosts.length} 連携先 that answered`);
reads.length = 0;
await visit(home);
console.log(`reads of a list, cold: ${reads.splice(0).join(', ')}`);
await visit(home);
console.log(`reads of a list, warm: ${reads.splice(0).join(', ')}`);
await visit(`${home}?q.housing=family`);
console.log(`reads when first narrowed by an answer: ${reads.splice(0).join(', ')}`);
const ids = [...(await visit(home)).matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id ?? '');
const measured = [
  ['list', home, 'text/html', limits.page],
  ['list, own weights and filter', `${home}?w.housing=10&q.housing=family`, 'text/html', limits.page],
  ['sheet', `${home}/${ids[0]}`, 'text/html', limits.page],
  [
    'compare four',
    `${home}/compare?${ids
      .slice(0, 4)
      .map((id) => `ids=${id}`)
      .join('&')}`,
    'text/html',
    limits.page,
  ],
  ['figures for the script', home, 'application/json', limits.page],
] as const;
let over = 0;
for (const [name, address, accept, limit] of measured) {
  const body = await visit(address, accept);
  const size = brotli(body);
  if (size > limit) over += 1;
  const time = await cpu(address, accept);
  console.log(`${name}: ${body.length} characters, ${size} bytes brotli (limit ${limit}), ${time.toFixed(1)} ms CPU`);
}
for (const file of ['list.js', 'list.css']) {
  const size = brotli(readFileSync(`${out}/${file}`));
  if (size > limits.script) over += 1;
  console.log(`${file}: ${size} bytes brotli (limit ${limits.script})`);
}
if (over > 0) process.exitCode = 1;
