import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ConflictLines } from '#functions/planning/rounds/pages/allocation/conflict-lines.tsx';
import { type Conflict, findConflict } from '#lib/core/matching/allocation/round/conflict.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';

test('a conflict names each limit that gives something, and counts those of nobody in one line', () => {
  const conflict: Conflict | null = findConflict(
    indexRound({
      prefectures: new Map([['33', { limit: 0, floor: 5, ownCap: 0 }]]),
      sources: new Map([3, 0, 0].map((slots, at) => [`S${at}`, { pref: '33', slots }])),
      hosts: new Map([['H', { pref: '03', areaClass: 1, cap: 9 }]]),
      score: new Map(['S0', 'S1', 'S2'].map((id) => [id, new Map([['H', 1]])])),
    }),
  );
  if (!conflict) throw new Error('five people cannot leave from three slots');
  const html = renderToString(<ConflictLines conflict={conflict} nameOf={(id) => `架空${id}病院`} />);
  expect(html).toContain('合計5人に対し、使える枠は合計3人で、2人足りません');
  expect(html).toContain('架空S0病院の枠：3人');
  expect(html).not.toContain('架空S1病院');
  expect(html).toContain('0人の枠（人数の回答がない病院など）：2件');
  expect(html).toContain('岡山県の下限：5人 → 3人');
});
