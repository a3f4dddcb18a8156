import type { RoleRule, Test } from '#lib/core/eligibility/rule.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { defineMatching } from '#lib/core/matching/rank/define-matching.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { World } from '#lib/core/ports.ts';
import type { Edition, Program } from '#lib/core/program.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { Form, Values } from '#lib/core/survey/form.ts';
import { rows } from '#lib/store/rows.ts';
import type { RuleDesk } from '#lib/usecases/desk.ts';
import { informPartners } from '#lib/usecases/jobs/inform-partners.ts';
import { memoryTable } from '#test/support/memory-table.ts';

const citation = { document: '架空の要領', section: '第2', date: '2026-04-01' };
const words = {
  pass: '{value}は{threshold}を満たします。',
  fail: '{value}は{threshold}を満たしません。',
  unknown: '不明です。',
};

/** What the village's lodges answer: one of each kind that partners read, and the three visibilities. */
export const lodgeForm: Form = {
  id: 'village-lodge',
  version: 1,
  title: '宿場の調べ',
  prepare: [],
  sections: [
    {
      id: 'house',
      title: '受入れ',
      minutes: 1,
      questions: [
        {
          kind: 'choice',
          id: 'talks',
          label: '受入相談',
          choices: [
            { code: 'yes', label: '可' },
            { code: 'no', label: '不可' },
          ],
        },
        { kind: 'integer', id: 'rooms', label: '部屋', unit: '室', min: 0, max: 99 },
        {
          kind: 'choices',
          id: 'housing',
          label: '宿舎',
          choices: [
            { code: 'single', label: '単身用' },
            { code: 'family', label: '世帯用' },
          ],
        },
        {
          kind: 'table',
          id: 'trades',
          label: '教える仕事',
          rowLabel: '仕事',
          minRows: 0,
          maxRows: 5,
          columns: [
            {
              kind: 'choice',
              id: 'trade',
              label: '仕事',
              choices: [
                { code: 'tea', label: '茶' },
                { code: 'rice', label: '米' },
              ],
            },
            { kind: 'integer', id: 'masters', label: '師匠', unit: '人', min: 0, max: 9 },
          ],
        },
        { kind: 'text', id: 'desk', label: '窓口', maxLength: 50, visibility: 'when-consultable' },
        { kind: 'text', id: 'memo', label: '県への連絡', maxLength: 50, visibility: 'office-only' },
      ],
    },
    {
      id: 'charm',
      title: '魅力',
      minutes: 1,
      questions: [{ kind: 'file', id: 'pictures', label: '写真', accept: 'image', maxFiles: 3, maxMegabytes: 1 }],
    },
  ],
};

const guildForm: Form = {
  id: 'village-guild',
  version: 1,
  title: '組合の調べ',
  prepare: [],
  sections: [
    {
      id: 'wish',
      title: '希望',
      minutes: 1,
      questions: [{ kind: 'integer', id: 'wanted', label: '希望の部屋', unit: '室', min: 0, max: 99 }],
    },
  ],
};

const rank = (id: string, op: 'at-most' | 'at-least', value: string): Test => ({
  id,
  field: 'prefecture.rank',
  op,
  value,
  label: '順位',
  words,
  citation,
});
const low: Test = { id: 'low', field: 'area.index', op: 'at-most', value: '150.0', label: '指標', words, citation };
const table = { title: '架空の指標', publication: citation, validFrom: '2026-04-01' };
const area = (code: string, name: string, index: string, physicians: number) => ({
  code,
  prefecture: code.slice(0, 2),
  name,
  index,
  rank: 1,
  class: 'middle' as const,
  physicians,
  population: 100_000,
  demandRatio: '1',
});
const role = (
  id: string,
  more: Pick<RoleRule, 'side' | 'class' | 'label' | 'tests'> & Partial<RoleRule>,
): RoleRule => ({
  id,
  scope: 'area',
  citation,
  ...more,
});

const whole = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const matching = defineMatching({
  version: 'village-1',
  citation,
  maxWeight: 10,
  outOf: { 'for-source': 600, 'for-destination': 400 },
  enoughKnown: 40,
  ties: '同点はくじで決めます。',
  words: {
    dated: '{text}（{date} 回答）',
    missing: { source: '{label}：組合の回答がありません', host: '{label}：宿場の回答がありません' },
  },
  source: {
    fields: { wanted: { kind: 'int', label: '希望の部屋', question: 'wanted' } },
    read: ({ values }) => ({ wanted: whole(values.wanted) }),
  },
  host: {
    fields: {
      rooms: { kind: 'int', label: '部屋', question: 'rooms' },
      housing: { kind: 'int', label: '宿舎', question: 'housing' },
      talks: { kind: 'int', label: '受入相談', question: 'talks' },
    },
    read: ({ values }) => ({
      rooms: whole(values.rooms),
      housing: Array.isArray(values.housing) ? values.housing.length : null,
      talks: values.talks === 'yes' ? 1 : values.talks === 'no' ? 0 : null,
    }),
  },
  closed: ({ talks }) => (talks === 0 ? '受入相談は不可と回答しています。' : null),
  criteria: [
    {
      id: 'rooms',
      label: '部屋',
      help: '部屋の数です。',
      direction: 'for-source',
      of: 'host',
      weight: 6,
      reads: { source: [], host: ['rooms'] },
      points: ({ rooms }) => rooms,
      says: (_, { rooms }) => `部屋 ${rooms} 室`,
    },
    {
      id: 'housing',
      label: '宿舎',
      help: '宿舎の種類の数です。',
      direction: 'for-source',
      of: 'host',
      weight: 3,
      reads: { source: [], host: ['housing'] },
      points: ({ housing }) => (housing === null ? null : housing * 50),
      says: (_, { housing }) => `宿舎 ${housing} 種類`,
    },
    {
      id: 'wanted',
      label: '希望',
      help: '希望の数です。',
      direction: 'for-destination',
      of: 'source',
      weight: 4,
      reads: { source: ['wanted'], host: [] },
      points: ({ wanted }) => wanted,
      says: ({ wanted }) => `希望 ${wanted} 室`,
    },
  ],
});

const edition: Edition = {
  id: 'y1',
  label: '令和8年度',
  fiscalYear: 2026,
  notice: citation,
  matching,
  places: {
    prefectures: { '01': '甲県', '02': '乙県', '03': '丙県' },
    areas: { '0101': '甲中央', '0102': '甲島', '0201': '乙中央', '0202': '乙島', '0301': '丙北' },
    classes: [
      [1, '受ける区域①'],
      [3, '受ける区域③'],
    ],
  },
  reference: {
    prefectures: {
      ...table,
      id: 'p',
      rows: [
        { code: '01', name: '甲県', index: '300.0', rank: 1, class: 'majority' },
        { code: '02', name: '乙県', index: '280.0', rank: 1, class: 'majority' },
        { code: '03', name: '丙県', index: '160.0', rank: 3, class: 'minority' },
      ],
    },
    areas: {
      ...table,
      id: 'a',
      rows: [
        area('0101', '甲中央', '300.0', 300),
        area('0102', '甲島', '120.0', 120),
        area('0201', '乙中央', '280.0', 280),
        area('0202', '乙島', '120.0', 120),
        area('0301', '丙北', '140.0', 140),
      ],
    },
    hiring: { ...table, id: 'h', rows: [] },
  },
  areas: {
    version: 'village-areas',
    roles: [
      role('from', {
        side: 'source',
        class: null,
        label: '送る区域',
        scope: 'prefecture',
        tests: [rank('many', 'at-most', '2')],
      }),
      role('to', {
        side: 'destination',
        class: 1,
        label: '受ける区域①',
        scope: 'prefecture',
        tests: [rank('few', 'at-least', '3')],
      }),
      role('isle', {
        side: 'destination',
        class: 3,
        label: '受ける区域③',
        ownPrefectureOnly: true,
        tests: [rank('many-own', 'at-most', '2'), low],
      }),
    ],
    words: {
      prefecture: { met: '{prefecture}は{label}です。', unmet: '{prefecture}は{label}ではありません。' },
      area: { met: '{area}は{label}です。', unmet: '{area}は{label}ではありません。' },
      otherKind: '種類が違います。',
      unresolved: '二次医療圏を確かめてください。',
      noArea: '該当する医療圏がありません。',
      everyArea: 'すべての医療圏が該当します。',
      ownPrefectureOnly: '自県の組合だけです。',
    },
  },
  surveys: [
    { id: 'lodges', title: '宿場の調べ', form: lodgeForm, asks: 'destination', informs: 'source' },
    { id: 'guilds', title: '組合の調べ', form: guildForm, asks: 'source', informs: 'destination' },
  ],
};

/** A made-up scheme: guilds of two rich prefectures (sources) look for lodges (destinations); islands take guilds of their own prefecture only. */
export const village: Program = { id: 'village', name: '架空の事業', shortName: '架空', editions: [edition] };

/** A round of the village that is being released. */
export const villageRound = (id: string, survey: 'lodges' | 'guilds' = 'lodges', more: Partial<Round> = {}): Round => ({
  id,
  program: 'village',
  edition: 'y1',
  survey,
  form: { id: survey === 'lodges' ? 'village-lodge' : 'village-guild', version: 1 },
  title: '令和8年度 架空の調べ',
  due: '2026-11-30',
  release: '2026-12-01',
  ladder: [],
  state: 'releasing',
  asked: 0,
  informed: 0,
  office: { name: '架空の係', telephone: '03-0000-0000' },
  createdAt: '2026-10-01T00:00:00.000Z',
  openedAt: '2026-10-02T00:00:00.000Z',
  version: 1,
  chain: { seq: 0, hash: '' },
  ...more,
});

/** A hospital with one contact at an address of its own. */
export const villager = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  kind: 'hospital',
  name: `${id}病院`,
  prefecture: id.slice(0, 2),
  area: id.slice(0, 4),
  contacts: [{ name: `${id}担当`, email: `${id}@village.example`, telephone: '03-0000-0001' }],
  takesPart: ['village'],
  version: 1,
  ...more,
});

/** What one hospital has submitted to a round. */
export const submission = (
  round: Round,
  hospital: Organisation,
  values: Values,
  more: Partial<Answer> & { at?: string } = {},
) => {
  const { at = '2026-11-20T03:00:00.000Z', ...changed } = more;
  const place = { round: round.id, organisation: hospital.id };
  const answer: Answer = {
    ...place,
    name: hospital.name,
    prefecture: hospital.prefecture,
    state: 'approved',
    revision: 1,
    submittedAt: at,
    version: 1,
    chain: { seq: 0, hash: '' },
    ...changed,
  };
  const revision = {
    revision: answer.revision,
    form: round.form,
    values: { ...values },
    submittedAt: at,
    submittedBy: '担当',
  };
  return [
    rows.answer.item(answer),
    rows.revision.item({ ...revision, ...place }),
    rows.latest.item({
      organisation: hospital.id,
      form: round.form.id,
      version: round.form.version,
      round: round.id,
      revision: answer.revision,
      submittedAt: at,
    }),
  ];
};

/** A desk on an empty table; time stands still until it is moved, secrets and ids count up. */
export function villageDesk() {
  let count = 0;
  let now = '2026-12-01T01:00:00.000Z';
  const world: World & { moveTo(instant: string): void } = {
    now: () => now,
    moveTo: (instant) => {
      now = instant;
    },
    secret: () => Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? ++count : at)),
    id: () => `id${++count}`,
  };
  const desk = { table: memoryTable(), world, programs: [village] };
  return desk satisfies RuleDesk;
}

/** A job that releases a round. */
export const releaseJob = (round: Round): Job => ({
  id: `job-${round.id}`,
  kind: 'release-round',
  title: '提供',
  round: round.id,
  state: 'running',
  done: 0,
  total: 0,
  by: { kind: 'ministry', id: 'm', name: '係' },
  createdAt: '2026-12-01T01:00:00.000Z',
  touchedAt: '2026-12-01T01:00:00.000Z',
  version: 1,
});

/** Releases a round by the job itself. */
export async function release(desk: RuleDesk, round: Round) {
  const first = await informPartners(desk, releaseJob(round));
  let progress = first;
  while (progress.state === 'running') progress = await informPartners(desk, { ...releaseJob(round), ...progress });
  return progress;
}
