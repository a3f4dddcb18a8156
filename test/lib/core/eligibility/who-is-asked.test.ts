import { describe, expect, test } from 'vitest';
import { whoIsAsked } from '#lib/core/eligibility/who-is-asked.ts';
import { inland } from './inland.ts';

describe('whom a survey asks', () => {
  const hospitals = [
    { id: 'a', prefecture: '01' },
    { id: 'b', prefecture: '02', area: '0201' },
    { id: 'c', prefecture: '02', area: '0202' },
    { id: 'd', prefecture: '02' },
    { id: 'e', prefecture: '99' },
  ];
  const ids = (judged: readonly { hospital: { id: string } }[]) => judged.map(({ hospital }) => hospital.id);

  test('nobody is lost: asked, to be cleared up, or not asked with a reason', () => {
    const { asked, unresolved, notAsked } = whoIsAsked(inland, { asks: 'destination' }, hospitals);
    expect(ids(asked)).toEqual(['b']);
    expect(ids(unresolved)).toEqual(['d', 'e']);
    expect(ids(notAsked)).toEqual(['a', 'c']);
    for (const { verdict } of [...unresolved, ...notAsked]) expect(verdict.why.length).toBeGreaterThan(0);
  });

  test('the side that a survey asks decides', () => {
    expect(ids(whoIsAsked(inland, { asks: 'source' }, hospitals).asked)).toEqual(['a']);
  });
});
