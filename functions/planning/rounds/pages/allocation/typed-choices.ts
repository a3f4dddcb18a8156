import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { PlanChoices, ProposingSide, RankBasis, TieOrder } from '#lib/core/matching/allocation/plan.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import type { ScoringRule } from '#lib/core/matching/rank/scoring-rule.ts';
import { publishedChoices } from '#lib/usecases/allocation-input.ts';

/** One number of the form: its field, its name, the edition's own choice, and what may be typed. */
export interface ChoiceField {
  readonly field: string;
  readonly label: string;
  readonly published: number;
  readonly min: number;
  readonly max: number;
}

/** Whose wish a weight speaks for, before its name. */
const directionWords = { 'for-source': '連携元から見た', 'for-destination': '連携先から見た' } as const;

/** Who may propose in A, in words. */
export const proposerWords: Readonly<Record<ProposingSide, string>> = {
  source: '連携元（連携元に最もよい安定な配置）',
  host: '連携先（連携先に最もよい安定な配置）',
};

/** What hospitals may go by in A and B, in words. */
export const basisWords: Readonly<Record<RankBasis, string>> = {
  own: 'それぞれの側から見た点数',
  total: '両方を合わせた一覧の合計点',
};

/** How ties may fall, in words. */
export const tieWords: Readonly<Record<TieOrder, string>> = {
  seed: 'くじの番号の順',
  class: '区分①・②・③の順、同じ区分の中はくじの番号の順',
};

/** Every number that can be varied. */
export function choiceFields(rule: AllocationRule, { criteria, maxWeight }: ScoringRule): readonly ChoiceField[] {
  const usual = publishedChoices(rule);
  return [
    ...rule.quotas.flatMap(({ prefecture, floor, ownCap }) => {
      const name = prefectureName(prefecture);
      return [
        { field: `floor.${prefecture}`, label: `${name}の下限`, published: floor, min: 0, max: 9999 },
        { field: `own.${prefecture}`, label: `${name}の自県内の上限`, published: ownCap, min: 0, max: 9999 },
      ];
    }),
    { field: 'seats', label: '連携先ごとの枠の増減', published: usual.moreSeats, min: -99, max: 99 },
    { field: 'seed', label: '同点のくじの番号', published: usual.tieSeed, min: 0, max: 999_999_999 },
    ...criteria.map(({ id, label, direction, weight }) => ({
      field: `w.${id}`,
      label: `重み：${directionWords[direction]}${label}`,
      published: weight,
      min: 0,
      max: maxWeight,
    })),
  ];
}

/** Reads what was typed; an empty field is the edition's choice. Full-width digits and separators are read too. */
export function readChoices(
  rule: AllocationRule,
  scoring: ScoringRule,
  typedIn: (field: string) => string,
): {
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly FieldProblem[];
  readonly choices: PlanChoices;
} {
  const typed = new Map<string, string>();
  const numbers = new Map<string, number>();
  const problems: FieldProblem[] = [];
  for (const { field, label, published, min, max } of choiceFields(rule, scoring)) {
    const text = typedIn(field).slice(0, 100).trim();
    typed.set(field, text === '' ? String(published) : text);
    const number = text === '' ? published : wholeIn(text);
    if (number !== undefined && number >= min && number <= max) numbers.set(field, number);
    else problems.push({ field, message: `「${label}」は、${min}から${max}までの整数で入力してください` });
  }
  const of = (field: string) => numbers.get(field) ?? 0;
  const each = (part: string) =>
    Object.fromEntries(rule.quotas.map(({ prefecture }) => [prefecture, of(`${part}.${prefecture}`)]));
  return {
    typed,
    problems,
    choices: {
      floors: each('floor'),
      ownCaps: each('own'),
      moreSeats: of('seats'),
      tieSeed: of('seed'),
      tieBy: typedIn('tie') === 'class' ? 'class' : typedIn('tie') === 'seed' ? 'seed' : rule.tieBy,
      proposer: typedIn('proposer') === 'host' ? 'host' : typedIn('proposer') === 'source' ? 'source' : rule.proposer,
      ranksBy: typedIn('basis') === 'own' ? 'own' : typedIn('basis') === 'total' ? 'total' : rule.ranksBy,
      weights: Object.fromEntries(
        scoring.criteria.flatMap(({ id, weight }) => (of(`w.${id}`) === weight ? [] : [[id, of(`w.${id}`)]])),
      ),
    },
  };
}

function wholeIn(text: string): number | undefined {
  const digits = text
    .normalize('NFKC')
    .replaceAll(',', '')
    .replace(/^[−ー‐]/, '-');
  return /^-?\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
