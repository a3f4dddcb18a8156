import { describe, expect, test } from 'vitest';
import { checkPattern, fitsPattern } from '#infra/local/events/pattern.ts';

describe('an event pattern', () => {
  const event = { source: 'aws.ses', n: 5, detail: { mail: { tags: { set: ['a', 'b'] } } } };

  test.each([
    [{ source: ['aws.ses', 'other'] }, true],
    [{ source: ['other'] }, false],
    [{ detail: { mail: { tags: { set: ['b'] } } } }, true],
    [{ source: [{ prefix: 'aws.' }], n: [{ numeric: ['>', 4, '<=', 5] }] }, true],
    [{ source: [{ 'anything-but': ['aws.ses'] }] }, false],
    [{ missing: [{ exists: false }], source: [{ exists: true }] }, true],
    [{ $or: [{ source: ['x'] }, { n: [5] }] }, true],
    [{ detail: { gone: { deep: ['x'] } } }, false],
  ])('%j fits: %s', (pattern, expected) => {
    expect(fitsPattern(pattern, event)).toBe(expected);
  });

  test('with a matcher that is not known here is refused at start', () => {
    expect(() => checkPattern({ source: [{ wildcard: 'a*' }] })).toThrow('wildcard');
  });
});
