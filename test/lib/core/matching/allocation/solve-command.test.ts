import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const solve = (input: Buffer | string, ...flags: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/solve.ts', ...flags], { input });
  const answers = String(stdout)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line));
  return { answers, stderr: String(stderr), status };
};
const market = JSON.stringify({ model: 'HR', proposers: { a: ['X'] }, receivers: { X: { cap: 1, prefs: ['a'] } } });

describe('the command for trying the solver from outside', () => {
  test('answers every line in order, whatever stands in it, and ends well', () => {
    const lines = [
      Buffer.from(market),
      Buffer.from(''),
      Buffer.from('{"model":'),
      Buffer.from([0x7b, 0xff, 0x7d]),
      Buffer.from('null'),
      Buffer.from('{"model":"HR+weights"}'),
      Buffer.from('{"model":"koiki-round","sources":{"s":{"pref":"P","slots":-1}}}'),
      Buffer.from(market),
    ];
    // The last line ends without a line feed.
    const { answers, stderr, status } = solve(
      Buffer.concat(lines.flatMap((line, at) => (at ? [Buffer.from('\n'), line] : [line]))),
    );
    expect(answers.map(({ status: said }) => said)).toEqual(['ok', ...new Array(6).fill('invalid'), 'ok']);
    expect(answers[0]).toEqual({ status: 'ok', assignment: { a: 'X' } });
    expect(answers[3]).toEqual({ status: 'invalid', errors: ['line: is not UTF-8'] });
    expect(answers[5]?.errors).toEqual([expect.stringContaining('HR+weights is not offered')]);
    expect([stderr, status]).toEqual(['', 0]);
  });

  test.each([['--mode', 'fast'], ['--tie-seed', '1.5'], ['--seconds', '0'], ['--price']])(
    'refuses wrong flags with one line and code 2: %s %s',
    (...flags) => {
      const { answers, stderr, status } = solve(market, ...flags.filter((flag) => flag !== undefined));
      expect([answers, status]).toEqual([[], 2]);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
  );
});
