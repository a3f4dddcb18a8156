import { defineMatching } from '#lib/core/matching/rank/define-matching.ts';
import type { Weights } from '#lib/core/matching/rank/scoring-rule.ts';
import { criteriaForDestination } from './criteria-for-destination.ts';
import { criteriaForDestinationR9 } from './criteria-for-destination-r9.ts';
import { criteriaForSource } from './criteria-for-source.ts';
import { directionR9 } from './forms/items.ts';
import { hostReader, SETS, type Source, sourceReader } from './profiles.ts';
import { closedBecause } from './scales.ts';

/** What a source that names a wish (特に重視すること) would set to the highest weight. */
const WISHED: Readonly<Record<(typeof SETS.wishes)[number], readonly string[]>> = {
  supervisors: ['supervisors', 'feedback'],
  cases: ['cases'],
  emergency: ['emergency'],
  housing: ['housing'],
  travel: ['support', 'travel'],
  childcare: ['childcare'],
  partnership: ['partnership'],
};

const MAX_WEIGHT = 10;

function wishes({ wishes: bits }: Source): Weights {
  const named = SETS.wishes.filter((_, at) => ((bits ?? 0) & (1 << at)) !== 0);
  return Object.fromEntries(named.flatMap((wish) => WISHED[wish]).map((criterion) => [criterion, MAX_WEIGHT]));
}

/** What both years have in common. */
const both = {
  citation: directionR9,
  source: sourceReader,
  host: hostReader,
  maxWeight: MAX_WEIGHT,
  outOf: { 'for-source': 600, 'for-destination': 400 },
  enoughKnown: 50,
  ties: '合計点が同じときは、回答のある項目の多い病院を先に、それも同じときは、病院ごとに決まるくじの順に並べます。',
  closed: closedBecause,
  wishes,
  words: {
    dated: '{text}（{date}回答）',
    missing: { source: '{label}：連携元の回答がありません', host: '{label}：連携先の回答がありません' },
  },
} as const;

/** How 連携元 and 連携先 are ranked for each other; the weights are those that the ministry publishes. */
export const matchingR8 = defineMatching({
  ...both,
  version: 'koiki-matching-1',
  criteria: [...criteriaForSource, ...criteriaForDestination],
});

/** From 令和9年度 the 連携先's own direction rests on more of what the 連携元 answered. */
export const matchingR9 = defineMatching({
  ...both,
  version: 'koiki-matching-2',
  criteria: [...criteriaForSource, ...criteriaForDestinationR9],
});
