import type { Criterion } from '#lib/core/matching/rank/criterion.ts';
import { pairwise } from '#lib/core/matching/rank/pairwise.ts';
import { AGES } from './criteria-for-source.ts';
import type { Host, HostFields, Source, SourceFields } from './profiles.ts';
import { countBits, mostAtATime, placesDigits, placesIn, share, step, wantedBy } from './scales.ts';
import { LABELS, named } from './words.ts';

const direction = 'for-destination';

/** How well a source suits a host: whether what it asks can be met, and how it stands by its trainees. */
export const criteriaForDestination: readonly Criterion<SourceFields, HostFields>[] = [
  {
    id: 'wanted-departments',
    label: '希望される診療科の受入枠',
    help: '連携元の募集定員に対する、希望される診療科の受入可能人数の割合です。',
    direction,
    weight: 6,
    reads: { source: ['departments', 'seats'], host: ['teaching'] },
    ...pairwise(
      (source: Source) => {
        const wanted = wantedBy(source);
        return wanted === null || !source.seats ? null : { wanted, seats: source.seats };
      },
      ({ teaching }: Host) => teaching && placesDigits(teaching),
      ({ wanted, seats }, digits) => share(placesIn(wanted, digits), seats),
    ),
    says: (source, { teaching, departments }) => {
      const taught = (wantedBy(source) ?? 0) & (departments ?? 0);
      if (taught === 0) return '希望される診療科には対応していません';
      const places = placesIn(taught, placesDigits(teaching ?? []));
      return `${named(taught, LABELS.departments)}の受入枠${places}人、連携元の募集定員${source.seats}人`;
    },
  },
  {
    id: 'numbers',
    label: '人数の釣合い',
    help: '連携元の募集定員に対する、同時に受け入れられる人数の割合です。',
    direction,
    weight: 6,
    reads: { source: ['seats'], host: ['periods'] },
    ...pairwise(
      ({ seats }: Source) => seats || null,
      ({ periods }: Host) => periods && mostAtATime(periods),
      (seats, most) => share(most, seats),
    ),
    says: ({ seats }, { periods }) => `連携元の募集定員${seats}人、同時に受入可能${mostAtATime(periods ?? [])}人`,
  },
  {
    id: 'guidance',
    label: '研修中の支援',
    help: 'Web面談、メンター、指導医の訪問、病院間の会議のうち、連携元が行う割合です。',
    direction,
    of: 'source',
    weight: 6,
    reads: { source: ['guidance'], host: [] },
    points: ({ guidance }) => (guidance === null ? null : share(countBits(guidance), LABELS.guidance.length)),
    says: ({ guidance }) =>
      guidance === 0 ? '研修中の支援は未定' : `研修中の支援：${named(guidance, LABELS.guidance, 4)}`,
  },
  {
    id: 'introduction',
    label: '病院とプログラムの紹介',
    help: '病院の特徴と研修プログラムの特徴が書かれていれば、それぞれ50点です。',
    direction,
    of: 'source',
    weight: 3,
    reads: { source: ['features', 'programme'], host: [] },
    points: ({ features, programme }) => (features === null || programme === null ? null : 50 * (features + programme)),
    says: ({ features, programme }) =>
      `病院の特徴${features === 1 ? 'あり' : 'なし'}、研修プログラムの特徴${programme === 1 ? 'あり' : 'なし'}`,
  },
  {
    id: 'source-freshness',
    label: '連携元の回答の新しさ',
    help: '最後の回答から30日以内で100点、90日で80点、180日で60点、1年で30点です。',
    direction,
    of: 'source',
    weight: 2,
    reads: { source: [], host: [] },
    points: ({ age }) => (age === null ? null : step(age, AGES, 0)),
    says: ({ age }) => `最後の回答は提供日の${age}日前`,
  },
];
