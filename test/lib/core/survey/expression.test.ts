// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm writes an answer as ${name}
import { describe, expect, test } from 'vitest';
import { evaluate } from '#lib/core/survey/expression/evaluate.ts';
import type { Operand } from '#lib/core/survey/expression/operand.ts';
import { parseExpression } from '#lib/core/survey/expression/parse.ts';
import { patternProblem } from '#lib/core/survey/expression/pattern.ts';
import { printExpression } from '#lib/core/survey/expression/print.ts';

const answers: Readonly<Record<string, Operand>> = {
  age: 17,
  name: '神社前病院',
  skills: 'er home',
  born: '2000-02-29',
  rows: ['1', '2', '4'],
  empty: '',
};
const run = (source: string, self = ''): Operand => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  return evaluate(parsed.value, {
    answer: (id) => answers[id] ?? '',
    self,
    attribute: (id) => `attribute ${id}`,
    today: '2027-04-01',
  });
};

describe('an expression of XLSForm', () => {
  test.each<[string, Operand]>([
    ['1 + 2 * 3 - 4 div 2', 5],
    ['(1 + 2) * 3', 9],
    ['7 mod 3', 1],
    ['-${age} + 1', -16],
    ['${age} >= 17 and ${age} < 18', true],
    ["${empty} = '' or ${name} = 'x'", true],
    ['${age}=17', true],
    ["${age} != ''", true],
    ["selected(${skills}, 'home')", true],
    ["selected(${skills}, 'ho')", false],
    ['count-selected(${skills})', 2],
    ["not(selected(${skills}, 'none')) and count-selected(${skills}) <= 2", true],
    ["if(${age} < 18, 'child', 'adult')", 'child'],
    ['sum(${rows})', 7],
    ['count(${rows})', 3],
    ['max(${rows})', 4],
    ["concat('a', ${age}, 'b')", 'a17b'],
    ["coalesce(${empty}, 'none')", 'none'],
    ['string-length(${name})', 5],
    ['int((today() - ${born}) div 365.25)', 27],
    ['${born} < today()', true],
    ["${born} = '2000-02-29'", true],
    ["format-date(${born}, '%Y/%n/%e')", '2000/2/29'],
    ['round(3.14159, 2)', 3.14],
    ["substr('abcde', 1, 3)", 'bc'],
    ["translate('a-b', '-', '')", 'ab'],
    ['“あ” = ‘あ’', true],
    ['pref', 'attribute pref'],
    ['${empty} > 3', false],
    ['true() and not(false())', true],
    ['1 < 2 < 3', true],
  ])('%s', (source, result) => {
    expect(run(source)).toEqual(result);
  });

  test('looks at the answer itself by a dot', () => {
    expect(run('. > 5 and . <= 10', '7')).toBe(true);
    expect(run('.>0', '0')).toBe(false);
    expect(run("regex(., '^[0-9]{3}-?[0-9]{4}$')", '100-8916')).toBe(true);
    expect(run("regex(., '[0-9]{3}')", '1234')).toBe(false);
  });

  test.each([
    ['1 +', 'syntax'],
    ["'abc", 'syntax'],
    ['(1', 'syntax'],
    ['1 2', 'syntax'],
    ['selected(${a})', 'syntax'],
    ['${a b}', 'syntax'],
    ['/data/x = 1', 'unsupported'],
    ['../x = 1', 'unsupported'],
    ['pulldata(1, 2)', 'unsupported'],
    ['uuid()', 'unsupported'],
    ['constructor()', 'unsupported'],
    ['${last-saved#x}', 'unsupported'],
    ["regex(., '(a+)+b')", 'unsupported'],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, 'unsupported'],
    ['1; process.exit()', 'syntax'],
  ])('%s is refused as %s', (source, kind) => {
    const parsed = parseExpression(source);
    expect(parsed.ok ? 'ok' : parsed.error.kind).toBe(kind);
  });

  test.each([
    'a - (b - c)',
    '(1 + 2) * 3',
    "not(${a} = 'x' or ${b} != 2) and -(${c}) < 3",
    "concat(\"it's\", 'x')",
    '-(1 + 2)',
    '1 - -2',
  ])('%s is written so that it reads back the same', (source) => {
    const first = parseExpression(source);
    const again = parseExpression(first.ok ? printExpression(first.value) : '');
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
  });
});

describe('patterns', () => {
  test.each(['^[0-9]{7}$', '[A-Z]{2}\\d+', '(abc|def)', '[a-z0-9._-]+@[a-z0-9.-]+\\.[a-z]{2,}', '([0-9]{3})+'])(
    '%s is taken',
    (pattern) => {
      expect(patternProblem(pattern)).toBeUndefined();
    },
  );

  test.each(['(a+)+', '(a|aa)+$', '(.*)*', '(a)\\1', '[', '((ab)*c)*', 'a*a*a*a*a*a*a*'])(
    '%s is refused',
    (pattern) => {
      expect(patternProblem(pattern)).toBeDefined();
    },
  );
});
