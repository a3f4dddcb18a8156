import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evidence, type NoticeState, settledBy, statesBelow } from '#lib/core/notices/notice.ts';

const evidences: Evidence[] = ['sent', 'delayed', 'soft-bounced', 'delivered', 'bounced', 'complained', 'rejected'];

describe('settling a notice by events', () => {
  test('events in any order and any number of times leave the same state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...evidences), { minLength: 1 }), (events) => {
        const settled = (order: Evidence[]) => order.reduce<NoticeState>(settledBy, 'sending');
        const once = settled([...new Set(events)]);
        expect(settled(events)).toBe(once);
        expect(settled(events.toReversed())).toBe(once);
      }),
    );
  });

  test('a bounce after a delivery stands, a late delivery does not take a bounce back', () => {
    expect(settledBy('delivered', 'bounced')).toBe('bounced');
    expect(settledBy('bounced', 'delivered')).toBe('bounced');
  });

  test('an event may be written exactly over the states that it outweighs', () => {
    for (const evidence of evidences) {
      for (const state of statesBelow(evidence)) expect(settledBy(state, evidence)).toBe(evidence);
    }
    expect(statesBelow('sent')).toEqual(['pending', 'sending', 'unknown', 'withheld', 'stopped']);
  });
});
