import { describe, expect, test } from 'vitest';
import { emptyChain, isWhole, link } from '#lib/core/audit/entry.ts';
import { sha256 } from '#lib/usecases/digest.ts';

const actor = { kind: 'ministry', id: 'm1', name: '厚労 花子' } as const;
const act = (name: string) => ({ aggregate: 'r1', at: '2027-01-01T00:00:00.000Z', actor, act: name });

function trail() {
  const first = link(emptyChain, act('round.prepare'), sha256);
  const second = link(first.chain, { ...act('round.extend'), detail: { b: 2, a: 'x' } }, sha256);
  return [first.entry, second.entry];
}

describe('an audit chain', () => {
  test('is whole as it was written, in whatever order a store gives its members back', () => {
    const turned = trail().map((entry) => ({
      ...entry,
      detail: Object.fromEntries(Object.entries(entry.detail).reverse()),
    }));
    expect(isWhole(turned, sha256)).toBe(true);
    expect(isWhole([], sha256)).toBe(true);
  });

  test.each([
    [
      'an entry was changed',
      (all: ReturnType<typeof trail>) => all.map((one) => ({ ...one, actor: 'ministry:m2 別人' })),
    ],
    ['the first was taken out', (all: ReturnType<typeof trail>) => all.slice(1)],
    ['one was put in twice', (all: ReturnType<typeof trail>) => all.flatMap((one) => [one, one])],
    ['two were exchanged', (all: ReturnType<typeof trail>) => [...all].reverse()],
  ])('is broken when %s', (_name, tamper) => {
    expect(isWhole(tamper(trail()), sha256)).toBe(false);
  });
});
