import { daysBetween } from '#lib/core/calendar/day.ts';
import type { AllocationRule, FactsOf, PrefectureChoice } from '#lib/core/matching/allocation/rule.ts';
import { KOIKI_SLIDES_R7AUG } from '#lib/reference/publications.ts';
import { EPOCH } from './profiles.ts';
import { mostAtATime } from './scales.ts';
import { ownAreaCap, seatsR8 } from './seats.ts';

const BLOCKS = 13;
const BLOCK_DAYS = 28;

/** 下限 as printed in the table of filings for 令和8年度, by prefecture. */
const FLOORS_R8 = [
  ['13', 63],
  ['26', 13],
  ['27', 32],
  ['33', 9],
  ['40', 20],
] as const;

const { document: noticeName, section: noticeSection } = seatsR8.citations.seats;

/** The clause of the own-area cap, and how its number was arrived at without the published 募集定員上限. */
const OWN_CAP_FROM = [
  `${noticeName} ${noticeSection}：自都道府県の医師少数区域は、募集定員上限の${seatsR8.ownAreaPercent}％（1人未満切捨て）までです。`,
  `募集定員上限が公表資料にないため、下限（その${seatsR8.floorPercent}％、1人未満切上げ）から逆算した最小の値です。加算がある県では異なります。`,
].join('');

/** The smallest 募集定員上限 whose 5 % round up to the floor: the cap that follows is certain unless E was added. */
const choice = ([prefecture, floor]: readonly [string, number]): PrefectureChoice => ({
  prefecture,
  floor,
  ownCap: ownAreaCap(seatsR8, { limit: (floor - 1) * (100 / seatsR8.floorPercent) + 1, addition: 0 }),
  floorFrom: { ...KOIKI_SLIDES_R7AUG, section: '令和8年度の届出状況（下限）' },
  ownCapFrom: OWN_CAP_FROM,
});

const ints = (facts: FactsOf, field: string): readonly number[] | null => {
  const cell = facts[field] ?? null;
  return typeof cell === 'number' || cell === null ? null : cell;
};

/** How the allocation what-if reads this scheme; floors are those of 令和8年度. */
export const allocationR8: AllocationRule = {
  version: '広域連携型 配置の試算の規則 令和8年度第2版',
  tieSeed: 0,
  tieBy: 'seed',
  proposer: 'source',
  ranksBy: 'own',
  quotas: FLOORS_R8.map(choice),
  slots: ({ seats }) => (typeof seats === 'number' ? seats : null),
  seats: (facts) => {
    const periods = ints(facts, 'periods');
    return periods && mostAtATime(periods);
  },
  stay: { blocks: BLOCKS, length: seatsR8.minimumWeeks / 4 },
  blockSeats: (facts, fiscalYear) => {
    const periods = ints(facts, 'periods') ?? [];
    const first = daysBetween(EPOCH, `${fiscalYear}-04-01`);
    return Array.from({ length: BLOCKS }, (_, block) => seatsIn(periods, first + block * BLOCK_DAYS));
  },
  notes: [
    '連携元の枠は「広域連携型プログラムの募集定員」の回答、連携先の枠は「同時に受け入れられる人数」の最大の回答です。',
    '点数は、公表の重みによる一覧の合計点（1,000点満点）です。受付なしの連携先は計算に入れていません。',
    'Dは年度を4週ごとに区切り、24週続けて受け入れられる時期があるかを確かめます。連携元の希望する時期は考えていません。',
  ],
};

/** Doctors taken at a time through the whole of the block that begins on that day. */
function seatsIn(periods: readonly number[], begins: number): number {
  let seats = 0;
  for (let at = 0; at < periods.length; at += 3) {
    const covers = (periods[at] ?? 0) <= begins && (periods[at + 1] ?? 0) >= begins + BLOCK_DAYS - 1;
    if (covers) seats = Math.max(seats, periods[at + 2] ?? 0);
  }
  return seats;
}
