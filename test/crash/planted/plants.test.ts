import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plants } from './plants.ts';

/** A planted fault that no longer fits plants nothing, and its test would prove nothing. */
describe('every passage that a planted fault replaces stands exactly once in its module', () => {
  test.each(plants.flatMap(({ name, edits }) => edits.map(({ file, from }) => [name, file, from] as const)))(
    '%s: %s',
    (_name, file, from) => {
      expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
    },
  );
});
