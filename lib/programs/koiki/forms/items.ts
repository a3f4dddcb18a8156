import type { Citation } from '#lib/core/citation.ts';
import type { Choice } from '#lib/core/survey/form.ts';
import { KOIKI_SLIDES_R7AUG } from '#lib/reference/publications.ts';

/** The nth of the fifteen items that 連携先病院 gave in September of R6. */
export const destinationItem = (n: number): Citation => ({
  ...KOIKI_SLIDES_R7AUG,
  section: `取組① 令和6年9月 連携先病院の情報 第${n}項`,
});

/** The nth of the three items that 連携元病院 gave in September of R6. */
export const sourceItem = (n: number): Citation => ({
  ...KOIKI_SLIDES_R7AUG,
  section: `取組① 令和6年9月 連携元病院の情報 第${n}項`,
});

/** The nth of the three items that 連携先病院 gave anew in January of R7, as of December of R6. */
export const updateItem = (n: number): Citation => ({
  ...KOIKI_SLIDES_R7AUG,
  section: `取組② 令和7年1月 再度の情報収集 第${n}項`,
});

/** The direction for R9: what makes training at the hospital attractive is gathered too. */
export const directionR9: Citation = {
  ...KOIKI_SLIDES_R7AUG,
  section: '令和9年度の広域連携型プログラムの方向性（案）',
};

/** Terms of the scheme: in principle the second year, 24 weeks or longer. */
export const terms: Citation = { ...KOIKI_SLIDES_R7AUG, section: '4. 時期・期間' };

export const YES_NO: readonly Choice[] = [
  { code: 'yes', label: 'あり' },
  { code: 'no', label: 'なし' },
];

/** 診療科: the nineteen basic fields of specialist training in their usual order, then 地域医療, which clinical training requires. */
export const DEPARTMENTS: readonly Choice[] = [
  '内科',
  '小児科',
  '皮膚科',
  '精神科',
  '外科',
  '整形外科',
  '産婦人科',
  '眼科',
  '耳鼻咽喉科',
  '泌尿器科',
  '脳神経外科',
  '放射線科',
  '麻酔科',
  '病理',
  '臨床検査',
  '救急科',
  '形成外科',
  'リハビリテーション科',
  '総合診療',
  '地域医療',
].map((label, at) => ({ code: String(at + 1).padStart(2, '0'), label }));

/** 研修期間: at least 24 weeks. */
export const TERMS: readonly Choice[] = [
  { code: '24', label: '24週' },
  { code: '25-35', label: '25週から35週' },
  { code: '36-51', label: '36週から51週' },
  { code: '52', label: '52週' },
  { code: 'consult', label: '相談して決める' },
];
