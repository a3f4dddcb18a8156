import type { Criterion } from '#lib/core/matching/rank/criterion.ts';
import { pairwise } from '#lib/core/matching/rank/pairwise.ts';
import { criteriaForDestination } from './criteria-for-destination.ts';
import { placedShare } from './placed-share.ts';
import type { Host, HostFields, Source, SourceFields } from './profiles.ts';
import { daysAway, doctorsIn, placeable, share } from './scales.ts';
import { offersOf, wishesMet, wishPoints } from './wishes-met.ts';
import { LABELS, named } from './words.ts';

const direction = 'for-destination';

/** From 令和9年度: besides what was asked before, whether a source's trainees would fill the host's periods, and how steadily they would come. */
export const criteriaForDestinationR9: readonly Criterion<SourceFields, HostFields>[] = [
  ...criteriaForDestination,
  {
    id: 'filled-periods',
    label: '受入枠の活用',
    help: '受け入れられる時期と人数のうち、24週以上重なる時期に連携元の研修医が来る割合です。',
    direction,
    weight: 6,
    reads: { source: ['windows'], host: ['periods'] },
    ...placedShare({ of: 'host', sources: ({ windows }: Source) => windows, hosts: ({ periods }: Host) => periods }),
    says: ({ windows }, { periods }) =>
      `受入可能な各時期の${doctorsIn(periods ?? [])}人分のうち、${placeable(periods ?? [], windows ?? [])}人分の時期に派遣の予定`,
  },
  {
    id: 'asked-wishes',
    label: '重視されること',
    help: '連携元が重視することのうち、自院で応えられる割合です。指導医3人、症候と疾病・病態の8割、救急車年間1,000件、宿舎・支援・両立の制度・連携の実績の有無で判断します。',
    direction,
    weight: 5,
    reads: { source: ['wishes'], host: [] },
    ...pairwise(({ wishes }: Source) => wishes, offersOf, wishPoints),
    says: ({ wishes }, host) => {
      if (wishes === 0) return '特に重視することはなし';
      const { met, unmet } = wishesMet(wishes ?? 0, host);
      const parts = [
        met === 0 ? '' : `${named(met, LABELS.wishes, 7)}に応えられます`,
        unmet === 0 ? '' : `${named(unmet, LABELS.wishes, 7)}には応えにくい状況です`,
      ];
      return `連携元が重視：${parts.filter((part) => part !== '').join('、')}`;
    },
  },
  {
    id: 'continuity',
    label: '派遣の続く期間',
    help: '研修医が来る時期を合わせて、52週で満点です。',
    direction,
    of: 'source',
    weight: 3,
    reads: { source: ['windows'], host: [] },
    points: ({ windows }) => (windows === null ? null : share(daysAway(windows), 52 * 7)),
    says: ({ windows }) => `派遣の時期は合わせて約${Math.floor(daysAway(windows ?? []) / 7)}週`,
  },
  {
    id: 'trainees',
    label: '研修医の数',
    help: '1年次と2年次の研修医の合計40人で満点です。多いほど、続けて派遣しやすいと見ます。',
    direction,
    of: 'source',
    weight: 2,
    reads: { source: ['trainees'], host: [] },
    points: ({ trainees }) => (trainees === null ? null : share(trainees, 40)),
    says: ({ trainees }) => `研修医${trainees}人`,
  },
];
