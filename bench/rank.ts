import './as-deployed.ts';
import { brotliCompressSync } from 'node:zlib';
import { judgeAreas } from '#lib/core/eligibility/judge-areas.ts';
import { exposureByPrefecture, hostExposure } from '#lib/core/matching/rank/exposure.ts';
import type { Participant } from '#lib/core/matching/rank/participant.ts';
import type { Entry, Ranking } from '#lib/core/matching/rank/ranking.ts';
import type { Form, Question, Row, Value, Values } from '#lib/core/survey/form.ts';
import { r9 } from '#lib/programs/koiki/editions.ts';
import { destinationForm } from '#lib/programs/koiki/forms/destination.ts';
import { sourceForm } from '#lib/programs/koiki/forms/source.ts';

/** Sizes of one round: 連携元 and 連携先 hospitals of the five and twenty-three prefectures. */
const SOURCES = 242;
const HOSTS = 330;

let state = 20_261_120;
/** A number below `limit`, the same on every run. */
function chance(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

function answer(question: Question): Value | undefined {
  if (!question.required && chance(10) === 0) return undefined;
  switch (question.kind) {
    case 'integer':
      return question.min + chance(Math.max(1, (question.unlikelyAbove ?? question.max) - question.min));
    case 'choice':
      return question.choices[chance(question.choices.length)]?.code;
    case 'choices':
      return question.choices
        .filter(({ code }) => code !== question.noneCode && chance(2) === 0)
        .map(({ code }) => code);
    case 'table':
      return Array.from({ length: question.id === 'departments' ? 3 + chance(9) : 1 + chance(3) }, () =>
        rowOf(question),
      );
    case 'text':
    case 'long-text':
      return '架空の文章';
    default:
      return undefined;
  }
}

function rowOf(question: Extract<Question, { kind: 'table' }>): Row {
  const half = chance(4) * 6;
  return Object.fromEntries(
    question.columns.flatMap((column) => {
      if (column.kind === 'date')
        return [[column.id, column.id === 'from' ? '2027-04-01' : `2027-${10 + (half % 3)}-30`]];
      const value = answer(column);
      return typeof value === 'string' || typeof value === 'number' ? [[column.id, value]] : [];
    }),
  );
}

const answersTo = (form: Form): Values =>
  Object.fromEntries(
    form.sections
      .flatMap(({ questions }) => questions)
      .flatMap((question) => {
        const value = question.id === 'accepts' ? 'yes' : answer(question);
        return value === undefined ? [] : [[question.id, value]];
      }),
  );

function participants(side: 'source' | 'destination', count: number): readonly Participant[] {
  const areas = judgeAreas(r9.areas, r9.reference).filter(({ role }) => role === side || role === 'both');
  return Array.from({ length: count }, (_, index) => {
    const area = areas[chance(areas.length)];
    const form = side === 'source' ? sourceForm : destinationForm;
    return {
      organisation: {
        id: `${side === 'source' ? 1 : 2}${area?.prefecture}${String(index).padStart(5, '0')}`,
        name: `架空${area?.areaName}第${index}病院`,
        prefecture: area?.prefecture ?? '',
        area: area?.area,
      },
      class: area?.class ?? null,
      ownPrefectureOnly: area?.class === 3,
      answers: [{ form: form.id, answeredOn: `2026-11-${10 + chance(20)}`, values: answersTo(form) }],
    };
  });
}

/** The same hospitals with spans of 24 weeks to a year that begin in any month, as few of them alike as a year allows. */
const withVariedSpans = (all: readonly Participant[]): readonly Participant[] =>
  all.map((one) => ({
    ...one,
    answers: one.answers.map((given) => ({
      ...given,
      values: Object.fromEntries(
        Object.entries(given.values).map(([id, value]) => [id, Array.isArray(value) ? value.map(spanAnew) : value]),
      ),
    })),
  }));

function spanAnew<T>(row: T): T {
  if (typeof row !== 'object' || row === null || !('from' in row && 'to' in row)) return row;
  const begins = Date.UTC(2027, 3 + chance(12), 1 + chance(2) * 14);
  const day = (after: number) => new Date(begins + after * 86_400_000).toISOString().slice(0, 10);
  return { ...row, from: day(0), to: day(168 + chance(28) * 7) };
}

/** CPU milliseconds of the work, the median of several runs after warming up. */
const cpu = (work: () => unknown, runs = 9): string => cpuOf(() => undefined, work, runs);

/** The same on what is made anew for each run, outside the time. */
function cpuOf<T>(make: () => T, work: (made: T) => unknown, runs: number): string {
  for (let run = 0; run < 3; run++) work(make());
  const taken = Array.from({ length: runs }, () => {
    const made = make();
    const from = process.cpuUsage();
    work(made);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return `${(taken[runs >> 1] ?? 0).toFixed(2)} ms CPU (best ${(taken[0] ?? 0).toFixed(2)})`;
}

/** Every list in its order with all scores; says how many lines. */
function rankAll(ranking: Ranking): number {
  let pairs = 0;
  for (const { organisation } of ranking.sources)
    pairs += ranking.list('source', organisation)?.scores.order.length ?? 0;
  return pairs;
}

/** Every list, with the contributions of so many of its first lines. */
function rankAllWithReasons(ranking: Ranking, lines: number): number {
  let points = 0;
  for (const { organisation } of ranking.sources) {
    const scores = ranking.list('source', organisation)?.scores;
    for (const row of scores?.order.subarray(0, lines) ?? []) points += scores?.split(row)[0] ?? 0;
  }
  return points;
}

/** Every list, with the contributions of all of its lines. */
function rankAllDivided(ranking: Ranking): number {
  let cells = 0;
  for (const { organisation } of ranking.sources)
    cells += ranking.list('source', organisation)?.scores.contributions.length ?? 0;
  return cells;
}

function checkSums(ranking: Ranking): void {
  const width = ranking.rule.criteria.length;
  for (const { organisation } of ranking.sources) {
    const list = ranking.list('source', organisation);
    for (const [row, total] of list?.scores.totals.entries() ?? []) {
      const sum = list?.scores.contributions
        .subarray(row * width, (row + 1) * width)
        .reduce((all, each) => all + each, 0);
      if (sum !== Math.max(total, 0)) throw new Error(`contributions do not sum: ${organisation}, row ${row}`);
    }
  }
}

/** A million additions over bytes: what this machine gives at the moment, to read the other figures by. */
const bytesToAdd = new Uint8Array(1_000_000);
function yardstick(): number {
  let sum = 0;
  for (let at = 0; at < bytesToAdd.length; at++) sum = (sum + (bytesToAdd[at] ?? 0) * 3) | 0;
  return sum;
}

const sources = participants('source', SOURCES);
const hosts = participants('destination', HOSTS);
const pool = r9.matching.pool({ asOf: '2026-12-01', sources, hosts });
const bytes = brotliCompressSync(JSON.stringify(pool)).length;
/** The pool as a request finds it, nothing reckoned yet. */
const open = () => r9.matching.open(pool);
const varied = r9.matching.pool({
  asOf: '2026-12-01',
  sources: withVariedSpans(sources),
  hosts: withVariedSpans(hosts),
});
const ranking = open();
checkSums(ranking);
const [first] = ranking.sources;
const one = (opened: Ranking, own?: Record<string, number>) =>
  first ? opened.list('source', first.organisation, own) : undefined;

console.log(`yardstick: a million steps       ${cpu(yardstick)}`);
console.log(`pairs ranked                     ${rankAll(ranking)}, contributions checked to sum`);
console.log(`pool, brotli                     ${bytes} bytes, ${(bytes / (SOURCES + HOSTS)).toFixed(0)} a hospital`);
console.log(
  `packing the pool                 ${cpu(() => r9.matching.pool({ asOf: '2026-12-01', sources, hosts }), 5)}`,
);
console.log(`opening the pool                 ${cpu(open, 7)}`);
console.log(`all lists, scores and order      ${cpuOf(open, rankAll, 21)}`);
console.log(`the same, where periods vary      ${cpuOf(() => r9.matching.open(varied), rankAll, 21)}`);
console.log(`the same, first 20 divided       ${cpuOf(open, (fresh) => rankAllWithReasons(fresh, 20), 21)}`);
console.log(`the same, every line divided     ${cpuOf(open, rankAllDivided, 21)}`);
console.log(
  `one list with contributions      ${cpuOf(open, (fresh) => one(fresh, { housing: 1 + chance(9) })?.scores.contributions, 31)}`,
);
const told = (entries: readonly Entry[] | undefined) => entries?.map((entry) => entry.headline(3));
console.log(`its first 20, 3 reasons in words ${cpuOf(open, (fresh) => told(one(fresh)?.entries(0, 20)), 51)}`);
console.log(`all of it, 3 reasons in words    ${cpuOf(open, (fresh) => told(one(fresh)?.entries()), 51)}`);
console.log(
  `one pair, all reasons in words   ${cpuOf(
    open,
    (fresh) =>
      one(fresh)
        ?.entries(0, 1)
        .map((entry) => entry.reasons()),
    51,
  )}`,
);
console.log(`exposure of 23 prefectures       ${cpuOf(open, (fresh) => exposureByPrefecture(hostExposure(fresh)), 7)}`);
