import type { AreaChange, AreaChanges } from '#lib/core/eligibility/compare-areas.ts';
import { type AreaVerdict, judgeAreas } from '#lib/core/eligibility/judge-areas.ts';
import type { Frame } from '#lib/core/eligibility/judge-hospital.ts';
import { grouped } from '#lib/core/eligibility/place.ts';
import type { AreaRule } from '#lib/core/eligibility/rule.ts';
import type { TestRecord } from '#lib/core/eligibility/run-test.ts';
import { thresholdsOf } from '#lib/core/eligibility/thresholds.ts';

/** How a number is compared, as it stands behind the number. */
export const opWords = { 'at-least': '以上', 'at-most': '以下', above: 'を超える', below: '未満' } as const;

/** What was changed, a line a threshold. */
export const changedThresholds = (published: AreaRule, tried: AreaRule): readonly string[] => {
  const now = new Map(thresholdsOf(tried).map(({ test, value }) => [test, value]));
  return thresholdsOf(published).flatMap(({ test, label, value, op, field }) => {
    const other = now.get(test);
    const word = opWords[op];
    const measure = field === 'prefecture.rank' ? '位' : field === 'area.population' ? '人' : '';
    return other === undefined || other === value
      ? []
      : [`${label}：${grouped(value)}${measure}${word} → ${grouped(other)}${measure}${word}`];
  });
};

/** How many enter and leave, in a sentence. */
export function summaryOf({ entering, leaving, changed }: AreaChanges): string {
  if (entering.length + leaving.length + changed.length === 0) return '対象の二次医療圏は変わりません。';
  const parts = [
    ...(entering.length > 0 ? [`${entering.length}区域が加わり`] : []),
    ...(leaving.length > 0 ? [`${leaving.length}区域が外れ`] : []),
    ...(changed.length > 0 ? [`${changed.length}区域の役割が変わり`] : []),
  ];
  return `${parts.join('、')}ます。`;
}

/** What an area is under a rule: 「連携先区域②」, 「連携元区域・連携先区域③」, 「対象外」; 「（表にない）」 where the tables lack it. */
export function roleWords(verdict: AreaVerdict | undefined): string {
  if (!verdict) return '（表にない）';
  const met = verdict.roles.filter(({ outcome }) => outcome === 'met').map(({ label }) => label);
  return met.length === 0 ? '対象外' : met.join('・');
}

/** Areas that each role counts, before and after. */
export function roleCounts(
  before: Frame,
  tried: AreaRule,
): readonly { label: string; before: number; after: number }[] {
  const count = (areas: AreaRule) => {
    const verdicts = judgeAreas(areas, before.reference);
    return (role: string) =>
      verdicts.filter(({ roles }) => roles.some(({ role: id, outcome }) => id === role && outcome === 'met')).length;
  };
  const [old, fresh] = [count(before.areas), count(tried)];
  return before.areas.roles.map(({ id, label }) => ({ label, before: old(id), after: fresh(id) }));
}

/** The tests that decide a change, as they run after it: those that come out otherwise than before; a test in two roles once. */
export function decidingTests({ before, after }: AreaChange): readonly TestRecord[] {
  const found = new Map<string, TestRecord>();
  for (const role of after?.roles ?? []) {
    const old = before?.roles.find((each) => each.role === role.role);
    for (const test of role.tests) {
      if (old?.tests.find((each) => each.test === test.test)?.outcome !== test.outcome) found.set(test.test, test);
    }
  }
  return [...found.values()];
}
