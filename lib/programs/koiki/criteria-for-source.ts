import type { Criterion } from '#lib/core/matching/rank/criterion.ts';
import { pairwise } from '#lib/core/matching/rank/pairwise.ts';
import { officeDistance } from '#lib/reference/prefectural-offices.ts';
import { placedShare } from './placed-share.ts';
import type { Host, HostFields, Source, SourceFields } from './profiles.ts';
import {
  countBits,
  doctorsIn,
  EVERY,
  placeable,
  share,
  step,
  supervision,
  supervisionDigits,
  supervisorsIn,
  wantedBy,
} from './scales.ts';
import { LABELS, named } from './words.ts';

const direction = 'for-source';

/** How well a host suits a source: what it teaches, whom it can take and when, and how trainees would live there. */
export const criteriaForSource: readonly Criterion<SourceFields, HostFields>[] = [
  {
    id: 'departments',
    label: '診療科',
    help: '希望する診療科のうち、連携先で対応できる割合です。',
    direction,
    weight: 10,
    reads: { source: ['departments'], host: ['departments'] },
    ...pairwise(
      wantedBy,
      ({ departments }: Host) => departments,
      (wanted, departments) => share(countBits(wanted & departments), countBits(wanted)),
    ),
    says: (source, { departments }) => {
      const wanted = wantedBy(source) ?? 0;
      const taught = wanted & (departments ?? 0);
      const count = `希望${countBits(wanted)}科のうち${countBits(taught)}科`;
      return taught === 0
        ? `希望の診療科には対応していません（${count}）`
        : `${named(taught, LABELS.departments)}に対応（${count}）`;
    },
  },
  {
    id: 'supervisors',
    label: '指導医',
    help: '希望する診療科ごとに、指導医3人で満点とした平均です。診療科の人数がわからないときは、実人数15人で満点とします。',
    direction,
    weight: 8,
    reads: { source: [], host: ['teaching', 'supervisors'] },
    ...pairwise(
      (source: Source) => wantedBy(source) ?? EVERY,
      ({ teaching, supervisors }: Host) => ({
        digits: supervisionDigits(teaching ?? []),
        together: supervisors === null ? null : share(supervisors, 15),
      }),
      (wanted, { digits, together }) => supervision(wanted, digits) ?? together,
    ),
    says: (source, { teaching, supervisors }) => {
      const found = supervisorsIn(wantedBy(source), teaching ?? []);
      if (found.departments === 0) return `臨床研修指導医${supervisors ?? 0}人`;
      return `${named(found.departments, LABELS.departments)}の指導医${found.supervisors}人`;
    },
  },
  {
    id: 'periods',
    label: '時期と人数',
    help: '派遣したい人数のうち、24週以上重なる時期に受け入れられる割合です。',
    direction,
    weight: 9,
    reads: { source: ['windows'], host: ['periods'] },
    ...placedShare({ of: 'source', sources: ({ windows }: Source) => windows, hosts: ({ periods }: Host) => periods }),
    says: ({ windows }, { periods }) =>
      `希望する時期に${doctorsIn(windows ?? [])}人のうち${placeable(windows ?? [], periods ?? [])}人を受入可能`,
  },
  {
    id: 'terms',
    label: '研修期間',
    help: '希望する研修期間に対応していれば100点、相談できれば60点です。',
    direction,
    weight: 4,
    reads: { source: ['term'], host: ['terms'] },
    ...pairwise(
      ({ term }: Source) => term,
      ({ terms }: Host) => terms,
      (term, terms) => {
        if (term === CONSULT || (terms & (1 << term)) !== 0) return 100;
        return (terms & (1 << CONSULT)) !== 0 ? 60 : 0;
      },
    ),
    says: (_, { terms }) => `研修期間は${named(terms, LABELS.terms, 5)}`,
  },
  {
    id: 'cases',
    label: '症例',
    help: '29症候と26疾病・病態のうち、経験できる割合です。',
    direction,
    of: 'host',
    weight: 6,
    reads: { source: [], host: ['symptoms', 'diseases'] },
    points: ({ symptoms, diseases }) =>
      symptoms === null || diseases === null ? null : share(symptoms + diseases, 29 + 26),
    says: (_, { symptoms, diseases }) => `29症候のうち${symptoms}、26疾病・病態のうち${diseases}を経験可能`,
  },
  {
    id: 'emergency',
    label: '救急',
    help: '救急車の受入れ年間3,000件で満点です。',
    direction,
    of: 'host',
    weight: 3,
    reads: { source: [], host: ['ambulances'] },
    points: ({ ambulances }) => (ambulances === null ? null : share(ambulances, 3000)),
    says: (_, { ambulances }) => `救急車の受入れ 年間${(ambulances ?? 0).toLocaleString('ja-JP')}件`,
  },
  {
    id: 'required-training',
    label: '必須・推奨研修',
    help: '感染対策、予防医療、虐待への対応、社会復帰支援、緩和ケア、ACP、CPC の7つのうち、実施している割合です。',
    direction,
    of: 'host',
    weight: 4,
    reads: { source: [], host: ['training'] },
    points: ({ training }) => (training === null ? null : share(countBits(training), LABELS.training.length)),
    says: (_, { training }) => `必須・推奨研修${LABELS.training.length}つのうち${countBits(training ?? 0)}つを実施`,
  },
  {
    id: 'feedback',
    label: 'フィードバック',
    help: 'ほぼ毎日100点、週1回以上80点、月1回以上50点、診療科の研修が終わるとき30点です。',
    direction,
    of: 'host',
    weight: 3,
    reads: { source: [], host: ['feedback'] },
    points: ({ feedback }) => (feedback === null ? null : ([100, 80, 50, 30][feedback] ?? null)),
    says: (_, { feedback }) => `フィードバックは${LABELS.feedback[feedback ?? 0]}`,
  },
  {
    id: 'night-duty',
    label: '当直',
    help: '月2〜4回と、上級医が一緒か院内にいることを高く見ます。回数と体制の平均です。',
    direction,
    of: 'host',
    weight: 4,
    reads: { source: [], host: ['nights'] },
    points: ({ nights, nightSenior }) => {
      if (nights === null) return null;
      const often = step(
        nights,
        [
          [0, 40],
          [1, 70],
          [4, 100],
          [6, 60],
        ],
        30,
      );
      if (nights === 0 || nightSenior === null) return often;
      return Math.floor((often + ([100, 90, 60][nightSenior] ?? 0)) / 2);
    },
    says: (_, { nights, nightSenior }) => {
      if (nights === 0) return '当直なし';
      return `当直 月${nights}回${nightSenior === null ? '' : `、${LABELS.nightSenior[nightSenior]}`}`;
    },
  },
  {
    id: 'housing',
    label: '宿舎',
    help: '単身用と世帯用があれば100点、どちらかがあれば70点です。',
    direction,
    of: 'host',
    weight: 5,
    reads: { source: [], host: ['housing'] },
    points: ({ housing }) => (housing === null ? null : ([0, 70, 70, 100][housing] ?? null)),
    says: (_, { housing }) => (housing === 0 ? '宿舎なし' : `宿舎（${named(housing, LABELS.housing)}）`),
  },
  {
    id: 'support',
    label: '住居・交通費の支援',
    help: '家賃、赴任、通勤、帰省の支援が1つで40点、2つで70点、3つ以上で100点です。',
    direction,
    of: 'host',
    weight: 3,
    reads: { source: [], host: ['support'] },
    points: ({ support }) => (support === null ? null : ([0, 40, 70][countBits(support)] ?? 100)),
    says: (_, { support }) =>
      support === 0 ? '住居・交通費への支援なし' : `${named(support, LABELS.support, 4)}を支援`,
  },
  {
    id: 'travel',
    label: '距離',
    help: '都道府県庁の間の直線距離が100 km 以内で100点、200 km で80点、400 km で60点、700 km で40点、それより遠いと20点です。',
    direction,
    weight: 2,
    reads: { source: [], host: [] },
    ...pairwise(
      (source: Source) => source.prefecture,
      (host: Host) => host.prefecture,
      (from, to) => {
        const km = officeDistance(from, to);
        return km === undefined ? null : step(km, DISTANCES, 20);
      },
    ),
    says: (source, host) =>
      source.prefecture === host.prefecture
        ? '同じ都府県'
        : `都道府県庁の間の直線距離 約${officeDistance(source.prefecture, host.prefecture)} km`,
  },
  {
    id: 'childcare',
    label: '育児との両立',
    help: '使える制度や環境1つにつき25点、4つ以上で満点です。',
    direction,
    of: 'host',
    weight: 3,
    reads: { source: [], host: ['childcare'] },
    points: ({ childcare }) => (childcare === null ? null : share(countBits(childcare), 4)),
    says: (_, { childcare }) => (childcare === 0 ? '育児との両立の制度なし' : named(childcare, LABELS.childcare)),
  },
  {
    id: 'partnership',
    label: '連携の実績',
    help: '過去3年に連携の実績があれば60点、受け入れた研修医1人につき4点を加えます（上限100点）。',
    direction,
    of: 'host',
    weight: 3,
    reads: { source: [], host: ['partnership'] },
    points: ({ partnership, received }) =>
      partnership === null ? null : partnership === 0 ? 0 : Math.min(100, 60 + 4 * (received ?? 0)),
    says: (_, { partnership, received }) =>
      partnership === 0
        ? '過去3年の連携の実績なし'
        : `過去3年の連携の実績あり${received === null ? '' : `（受入れ${received}人）`}`,
  },
  {
    id: 'strengths',
    label: '魅力・強み',
    help: '力を入れていること1つにつき20点（上限60点）、魅力・強みの文章で40点です。',
    direction,
    of: 'host',
    weight: 3,
    reads: { source: [], host: ['strengths'] },
    points: ({ strengths, appeal }) =>
      strengths === null ? null : Math.min(60, 20 * countBits(strengths)) + (appeal === 1 ? 40 : 0),
    says: (_, { strengths, appeal }) => {
      const points = strengths === 0 ? '力を入れていることの選択なし' : `${named(strengths, LABELS.strengths)}に注力`;
      return appeal === 1 ? `${points}、魅力・強みの紹介あり` : points;
    },
  },
  {
    id: 'jcep',
    label: '第三者評価',
    help: 'JCEP の認定で100点、受審の予定で50点です。',
    direction,
    of: 'host',
    weight: 1,
    reads: { source: [], host: ['jcep'] },
    points: ({ jcep }) => (jcep === null ? null : ([0, 50, 100][jcep] ?? null)),
    says: (_, { jcep }) => `JCEP：${LABELS.jcep[jcep ?? 0]}`,
  },
  {
    id: 'freshness',
    label: '回答の新しさ',
    help: '最後の回答から30日以内で100点、90日で80点、180日で60点、1年で30点です。',
    direction,
    of: 'host',
    weight: 2,
    reads: { source: [], host: [] },
    points: ({ age }) => (age === null ? null : step(age, AGES, 0)),
    says: (_, { age }) => `最後の回答は提供日の${age}日前`,
  },
];

/** Points of a distance in km. */
const DISTANCES = [
  [100, 100],
  [200, 80],
  [400, 60],
  [700, 40],
] as const;

/** Place of 「相談して決める」 among the terms. */
const CONSULT = 4;

/** Points of an answer by its age in days. */
export const AGES = [
  [30, 100],
  [90, 80],
  [180, 60],
  [365, 30],
] as const;
