import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { PlanningLayout } from '#functions/planning/components/planning-layout.tsx';
import { actorWords } from '#functions/staff/components/actor-words.ts';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { FourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import type { Steadiness } from '#lib/core/matching/allocation/compare/steadiness.ts';
import type { RoundReason } from '#lib/core/matching/allocation/explain/explain-round.ts';
import { type AllocationPlan, settlingOf } from '#lib/core/matching/allocation/plan.ts';
import type { QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import type { OpenPool } from '#lib/usecases/open-pool.ts';
import { ConflictLines } from './conflict-lines.tsx';
import { ModeBlocking, ModeTable } from './mode-table.tsx';
import type { PlanMode } from './pair-reasons.ts';
import { PairTable } from './pair-table.tsx';
import { basisWords, choiceFields, proposerWords, tieWords } from './typed-choices.ts';

export interface PlanPageProps {
  readonly viewer: Viewer;
  readonly opened: OpenPool;
  readonly rule: AllocationRule;
  readonly plan: AllocationPlan;
  readonly result: FourModes;
  readonly steadiness: Steadiness;
  readonly round: QuotaRound;
  /** The source whose pairs are shown. */
  readonly source: string | undefined;
  /** The mode whose pairs are shown. */
  readonly mode: PlanMode;
  /** Its pairs in that mode; absent where none is asked for or no allocation exists. */
  readonly reasons: readonly RoundReason[] | undefined;
  /** Whether it is the same to the byte as the what-if that it computes again; absent where it computes none again. */
  readonly same: boolean | undefined;
  /** Id of this form's press. */
  readonly request: string;
}

/** One kept what-if: the four modes with their price side by side, the conflict where there is one, and the pairs of one source. */
export function PlanPage(props: PlanPageProps): VNode {
  const { viewer, opened, plan, result, round, same, request } = props;
  const { tieBy, proposer } = settlingOf(plan.choices);
  const here = `/s/planning/allocation/${plan.id}`;
  const names = new Map(
    [...opened.ranking.sources, ...opened.ranking.hosts].map((one) => [one.organisation, one.name]),
  );
  const nameOf = (id: string) => names.get(id) ?? id;
  const title = '配置の試算の結果';
  return (
    <PlanningLayout viewer={viewer} title={title} up={[{ label: '配置の試算', href: '/s/planning/allocation' }]}>
      {same !== undefined && (
        <NotificationBanner
          tone={same && result.free !== 'timeout' ? 'success' : 'warning'}
          title={repeatWords(same, result)}
          live
        />
      )}
      <h1>{title}</h1>
      <p>{opened.round.title}</p>
      {result.conflict && <ConflictLines conflict={result.conflict} nameOf={nameOf} />}
      <h2>4つの方法の比較</h2>
      <ModeTable result={result} round={round} />
      <ModeBlocking result={result} nameOf={nameOf} />
      <PairTable {...props} here={here} nameOf={nameOf} />
      <h2>条件と記録</h2>
      <SummaryList
        rows={[
          { key: 'Aで申し込む側', value: proposerWords[proposer] },
          { key: '病院の順位（AとB）', value: basisWords[plan.choices.ranksBy ?? 'total'] },
          { key: '同点の順', value: tieWords[tieBy] },
          ...shownFields(props).map(({ field, label, published }) => {
            const value = chosen(plan, field) ?? published;
            return { key: label, value: value === published ? String(value) : `${value}（年度の値は${published}）` };
          }),
          { key: '実行', value: `${longInstant(plan.at)}・${actorWords(plan.by)}` },
          { key: '規則の版', value: plan.ruleVersion },
          { key: '入力の照合番号（SHA-256）', value: <code class="hash">{plan.inputHash}</code> },
          { key: '結果の照合番号（SHA-256）', value: <code class="hash">{plan.resultHash}</code> },
        ]}
      />
      <p class="buttons">
        <LinkButton href="/s/planning/allocation">条件を変えて試算する</LinkButton>
      </p>
      <form method="post" action="/s/planning/allocation" novalidate class="buttons">
        <HiddenFields fields={{ csrf: viewer.csrf, round: plan.round, request, again: plan.id }} />
        <Button>もう一度計算して確かめる</Button>
      </form>
    </PlanningLayout>
  );
}

/** A search that was cut off may end otherwise on a faster machine: nothing is claimed of it. */
function repeatWords(same: boolean, { free }: FourModes): string {
  if (free === 'timeout') return 'Dの計算を打ち切った結果のため、同じ結果になるかは確かめられません';
  return same ? '同じ入力から、同じ結果になりました' : '保存した結果と同じになりませんでした';
}

/** Every number of the form; of the weights only those that differ from the published ones. */
const shownFields = ({ plan, rule, opened }: PlanPageProps) =>
  choiceFields(rule, opened.ranking.rule).filter(
    ({ field }) => !field.startsWith('w.') || chosen(plan, field) !== undefined,
  );

function chosen({ choices }: AllocationPlan, field: string): number | undefined {
  const [part, prefecture = ''] = field.split('.');
  if (part === 'w') return choices.weights?.[field.slice(2)];
  if (part === 'floor') return choices.floors[prefecture] ?? 0;
  if (part === 'own') return choices.ownCaps[prefecture] ?? 0;
  return part === 'seats' ? choices.moreSeats : choices.tieSeed;
}
