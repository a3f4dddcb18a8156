import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { routes } from '#functions/hospital/routes.ts';
import { type Route, site } from '#functions/site/site.ts';
import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Program } from '#lib/core/program.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { Form, Values } from '#lib/core/survey/form.ts';
import { programs } from '#lib/programs/every-program.ts';
import { rows } from '#lib/store/rows.ts';
import type { RuleDesk } from '#lib/usecases/desk.ts';
import { issueLink } from '#lib/usecases/issue-link.ts';
import { memoryTable } from '#test/support/memory-table.ts';
import { clinicForm } from './clinic-form.ts';

const origin = 'https://renkei.example';

/** A hospital with a round to answer, on a table in memory: what its pages are tested with. */
export async function clinic(
  options: { form?: Form; previous?: Values; round?: Partial<Round>; answer?: Partial<Answer> } = {},
) {
  const { form = clinicForm, previous } = options;
  const table = memoryTable();
  let now = '2027-01-20T05:03:00.000Z';
  let count = 0;
  const desk: RuleDesk = {
    table,
    programs: [programOf(form)],
    world: {
      now: () => now,
      id: () => `id${++count}`,
      secret: () => {
        const seed = ++count;
        return Uint8Array.from({ length: 32 }, (_, at) => Math.imul(seed + at * 7, 2_654_435_761) >>> 24);
      },
    },
  };
  const round: Round = {
    id: 'r1',
    program: 'trial',
    edition: 'e1',
    survey: 'only',
    form: { id: form.id, version: form.version },
    title: '受入れに関する調査',
    due: '2027-01-29',
    release: '2027-02-26',
    ladder: [],
    state: 'open',
    asked: 1,
    informed: 0,
    office: { name: '医師確保担当', telephone: '03-0000-0000' },
    createdAt: now,
    version: 1,
    chain: emptyChain,
    ...options.round,
  };
  const answer: Answer = {
    round: 'r1',
    organisation: 'h1',
    name: '架空第一病院',
    prefecture: '03',
    state: 'unopened',
    revision: 0,
    version: 1,
    chain: emptyChain,
    ...(previous
      ? { previous: { round: 'r0', revision: 1, submittedAt: '2026-01-30T01:00:00.000Z', version: form.version } }
      : {}),
    ...options.answer,
  };
  const hospital = {
    id: 'h1',
    kind: 'hospital' as const,
    name: '架空第一病院',
    prefecture: '03',
    contacts: [{ name: '田中', email: 'tanaka@hospital.example' }],
    version: 1,
  };
  const link = issueLink(desk.world, round, hospital, 'answer', '田中');
  await table.putAll([rows.round.item(round), rows.answer.item(answer), rows.organisation.item(hospital)]);
  await table.write(link.write);
  if (previous) {
    const kept = { revision: 1, form: round.form, values: { ...previous }, submittedAt: now, submittedBy: '田中' };
    await table.putAll([rows.revision.item({ ...kept, round: 'r0', organisation: 'h1' })]);
  }
  return {
    desk,
    table,
    round,
    answer,
    hospital,
    token: link.token,
    browser: () => browser(desk),
    at: (instant: string) => {
      now = instant;
    },
  };
}

/** The programmes' first, with one survey of the form instead of its own. */
function programOf(form: Form): Program {
  const [program] = programs;
  const edition = program?.editions[0];
  const survey = edition?.surveys[0];
  if (!program || !edition || !survey) throw new Error('no programme is installed');
  const surveys = [{ ...survey, id: 'only', form }];
  return { ...program, id: 'trial', editions: [{ ...edition, id: 'e1', surveys }] };
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly json: () => unknown;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A browser that keeps its cookie and posts forms with the token of the page it saw last. */
export const browser = (desk: RuleDesk) => browserOf(desk, routes);

/** Such a browser before any site. */
export function browserOf<D extends RuleDesk>(desk: D, routes: readonly Route<D>[], secret = '') {
  const handler = site({ desk, origin, routes, door: '/h/open' });
  let cookies = secret === '' ? [] : [`__Host-renkei=${secret}`];
  let csrf = '';

  async function send(
    method: string,
    address: string,
    body: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Answered> {
    const [path = '', query = ''] = address.split('#')[0]?.split('?') ?? [];
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath: path,
      rawQueryString: query,
      headers,
      cookies,
      body: Buffer.isBuffer(body) ? body.toString('base64') : body,
      isBase64Encoded: Buffer.isBuffer(body),
      requestContext: { http: { method, path } },
    };
    const result: APIGatewayProxyStructuredResultV2 = await handler(
      event as unknown as APIGatewayProxyEventV2,
      {} as Context,
    );
    for (const cookie of result.cookies ?? []) cookies = [cookie.split(';')[0] ?? ''];
    const text = result.body ?? '';
    const bytes = result.isBase64Encoded ? Buffer.from(text, 'base64') : Buffer.from(text);
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    const location = result.headers?.location;
    return {
      status: result.statusCode ?? 0,
      body: text,
      location: location === undefined ? undefined : String(location),
      json: () => JSON.parse(text),
      bytes,
      headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
    };
  }

  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const encode = (fields: Readonly<Record<string, string | readonly string[]>>) =>
    String(
      new URLSearchParams(
        Object.entries({ csrf, ...fields }).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
      ),
    );
  return {
    get: (address: string) => send('GET', address, undefined, {}),
    post: (address: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
      send('POST', address, encode(fields), form),
    send: async (
      address: string,
      fields: Readonly<Record<string, string | readonly string[]>>,
      files: readonly (readonly [field: string, name: string, bytes: Uint8Array])[],
    ) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ csrf, ...fields }))
        for (const each of [value].flat()) data.append(name, each);
      for (const [name, file, bytes] of files)
        data.append(name, new File([new Uint8Array(bytes)], file, { type: 'image/svg+xml' }));
      const made = new Response(data);
      const type = made.headers.get('content-type') ?? '';
      return send('POST', address, Buffer.from(await made.arrayBuffer()), { ...form, 'content-type': type });
    },
    /** As the page's script presses a button: the page that the form leads to comes in the same answer. */
    land: (address: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
      send('POST', address, encode(fields), { ...form, prefer: 'return=representation' }),
    auto: (address: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
      send('POST', address, encode({ ...fields, ':act': 'auto' }), { ...form, accept: 'application/json' }),
    foreign: (address: string, fields: Readonly<Record<string, string>>) =>
      send('POST', address, encode(fields), { ...form, 'sec-fetch-site': 'cross-site' }),
    forget: () => {
      cookies = [];
    },
  };
}

/** The hidden fields by which a section's page says what it was drawn from. */
export const drawnFrom = (body: string): Readonly<Record<':version' | ':base' | ':told', string>> => ({
  ':version': hidden(body, ':version'),
  ':base': hidden(body, ':base'),
  ':told': hidden(body, ':told'),
});

/** Value of a hidden field. */
export const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
