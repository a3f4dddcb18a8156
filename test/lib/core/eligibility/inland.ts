import type { Frame } from '#lib/core/eligibility/judge-hospital.ts';
import type { Test } from '#lib/core/eligibility/rule.ts';

const citation = { document: '架空の通知', section: '1', date: '2026-04-01' };
const words = { pass: '{value} ○ {threshold}', fail: '{value} × {threshold}', unknown: '? {threshold}' };
const rank = (op: 'at-most' | 'at-least', value: string): Test => ({
  id: `rank-${op}`,
  field: 'prefecture.rank',
  op,
  value,
  label: '順位',
  words,
  citation,
});
const low: Test = { id: 'low', field: 'area.index', op: 'at-most', value: '150.0', label: '指標', words, citation };
const table = { title: '架空', publication: citation, validFrom: '2026-04-01' };
const area = (code: string, index: string, physicians: number) =>
  ({
    code,
    prefecture: code.slice(0, 2),
    name: `圏${code}`,
    index,
    rank: 1,
    class: 'middle',
    physicians,
    population: 100_000,
    demandRatio: '1',
  }) as const;

/** A made-up country of two prefectures: 甲 sends, the thin areas of 乙 receive. */
export const inland: Frame = {
  reference: {
    prefectures: {
      ...table,
      id: 'p',
      rows: [
        { code: '01', name: '甲県', index: '300.0', rank: 1, class: 'majority' },
        { code: '02', name: '乙県', index: '160.0', rank: 2, class: 'minority' },
      ],
    },
    areas: {
      ...table,
      id: 'a',
      rows: [
        area('0101', '300.0', 300),
        area('0201', '120.0', 120),
        area('0202', '150.0', 151),
        area('0203', '150.0', 150),
      ],
    },
    hiring: { ...table, id: 'h', rows: [] },
  },
  areas: {
    version: 'inland',
    roles: [
      {
        id: 'from',
        side: 'source',
        class: null,
        label: '元',
        scope: 'prefecture',
        tests: [rank('at-most', '1')],
        citation,
      },
      {
        id: 'to',
        side: 'destination',
        class: 1,
        label: '先',
        scope: 'area',
        tests: [rank('at-least', '2'), low],
        citation,
      },
    ],
    words: {
      prefecture: { met: '{prefecture}は{label}', unmet: '{prefecture}は{label}でない' },
      area: { met: '{area}は{label}', unmet: '{area}は{label}でない' },
      otherKind: '種類',
      unresolved: '要確認',
      noArea: 'なし',
      everyArea: '全部',
      ownPrefectureOnly: '自県',
    },
  },
};
