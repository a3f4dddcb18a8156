import type { QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';

/**
 * A small fictional round: limit 75, so a floor of 4 (ceil of 5 %) and an own-area cap of 1 (floor of 2 %); its only optimum is 280
 * points, confirmed by exhaustive search.
 */
export const miniRound: QuotaRound = {
  prefectures: new Map([['P', { limit: 75, floor: 4, ownCap: 1 }]]),
  sources: new Map([
    ['P1', { pref: 'P', slots: 2 }],
    ['P2', { pref: 'P', slots: 2 }],
  ]),
  hosts: new Map([
    ['iwate', { pref: '岩手県', areaClass: 1, cap: 2 }],
    ['nagano', { pref: '長野県', areaClass: 1, cap: 1 }],
    ['own', { pref: 'P', areaClass: 3, cap: 2 }],
    ['chiba', { pref: '千葉県', areaClass: null, cap: 3 }],
  ]),
  score: new Map([
    [
      'P1',
      new Map([
        ['iwate', 50],
        ['nagano', 70],
        ['own', 90],
        ['chiba', 99],
      ]),
    ],
    [
      'P2',
      new Map([
        ['iwate', 60],
        ['nagano', 65],
        ['own', 80],
      ]),
    ],
  ]),
};
