import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { freeSeconds, steadyFreeRuns, steadyRuns } from '#lib/core/matching/allocation/compare/steadiness.ts';
import type { RoundReason } from '#lib/core/matching/allocation/explain/explain-round.ts';
import { changeWords, modeWords, reasonWords } from './outcome-words.ts';
import { planModes } from './pair-reasons.ts';
import type { PlanPageProps } from './plan-page.tsx';

/** Pairs that are open from the start beside those that were formed, and most that can be unfolded below them; best score first. */
const open = 10;
const most = 50;

/** One source's pairs in one mode: the reason of each, what would change it, and how often it stays under other weights and lots. */
export function PairTable(
  props: PlanPageProps & { readonly here: string; readonly nameOf: (id: string) => string },
): VNode {
  const { plan, result, steadiness, round, source, mode, reasons, here, nameOf } = props;
  const scoreOf = (host: string) => round.score.get(source ?? '')?.get(host) ?? 0;
  const alone = (side: 'source' | 'host', host: string) => round.likes?.[side].get(source ?? '')?.get(host) ?? 0;
  const outcome = result[mode];
  const placed = new Map(
    (outcome === null || typeof outcome === 'string' ? [] : outcome.placements)
      .filter((one) => one.source === source)
      .map(({ host, n }) => [host, n]),
  );
  const stays = (host: string): string => {
    const runs = mode === 'free' ? steadiness.freeEnded : Math.min(plan.runs ?? 0, steadyRuns);
    if (runs === 0) return '—';
    return `${steadiness[mode][source ?? '']?.[host] ?? 0}／${runs}回`;
  };
  const ordered = (reasons ?? []).toSorted((a, b) => scoreOf(b.host) - scoreOf(a.host));
  const shown = ordered.filter(({ host }, at) => at < open || placed.has(host));
  const folded = ordered.filter((reason) => !shown.includes(reason)).slice(0, most);
  const table = (caption: string, listed: readonly RoundReason[]) => (
    <DataTable
      stacked
      caption={caption}
      columns={[
        { label: '連携先' },
        { label: '点数', numeric: true },
        ...(round.likes
          ? [
              { label: '連携元から', numeric: true },
              { label: '連携先から', numeric: true },
            ]
          : []),
        { label: '人数', numeric: true },
        { label: '理由', wide: true },
        { label: 'どうすれば変わるか', wide: true },
        { label: '残る割合', numeric: true },
      ]}
      rows={listed.map((reason) => ({
        key: reason.host,
        cells: [
          nameOf(reason.host),
          `${scoreOf(reason.host)}点`,
          ...(round.likes ? [`${alone('source', reason.host)}点`, `${alone('host', reason.host)}点`] : []),
          `${placed.get(reason.host) ?? 0}人`,
          reasonWords[reason.code],
          changeWords(reason),
          stays(reason.host),
        ],
      }))}
    />
  );
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">組ごとの理由</h2>
      <p>
        {`「残る割合」は、重みを1つずつ−1・0・＋1のどれかだけ動かし、くじを引き直して${steadyRuns}回計算し、組になった回数です。`}
        {(plan.runs ?? 0) < steadyRuns && `いま${plan.runs ?? 0}回まで終わりました。`}
        {freeWords(props)}
      </p>
      <form method="get" action={here} class="filter">
        <SelectField
          id="source"
          label="連携元"
          value={source}
          none="選択してください"
          options={[...round.sources]
            .filter(([, { slots }]) => slots > 0)
            .map(([id]) => ({ value: id, label: nameOf(id) }))}
        />
        <SelectField
          id="mode"
          label="方法"
          value={mode}
          options={planModes.map((each) => ({ value: each, label: modeWords[each].name }))}
        />
        <Button>理由を見る</Button>
      </form>
      {source !== undefined && !reasons && <p>この方法では条件を満たす配置がないため、組ごとの理由はありません。</p>}
      {source !== undefined && reasons && (
        <>
          {mode === 'free' && (
            <p>組にならなかった理由と「どうすれば変わるか」は、時期の条件のないCで計算し直したものです。</p>
          )}
          {table(
            `${modeWords[mode].name}：${nameOf(source)}の組（組になった連携先と、点数の高い${open}件。全${ordered.length}件）`,
            shown,
          )}
          {folded.length > 0 && (
            <details>
              <summary>{`次に点数の高い${folded.length}件を見る`}</summary>
              {table(`次に点数の高い${folded.length}件`, folded)}
            </details>
          )}
        </>
      )}
    </section>
  );
}

/** How many runs D's shares rest on: fewer, of which some may have been cut off. */
function freeWords({ plan, result, steadiness }: PlanPageProps): string {
  if (typeof result.free === 'string') return 'Dは配置がないため、確かめていません。';
  const tried = Math.max(0, (plan.runs ?? 0) - steadyRuns);
  const cut = tried - steadiness.freeEnded;
  return [
    `Dは時間がかかるため、そのうちはじめの${steadyFreeRuns}回だけ、1回${freeSeconds.run}秒までで計算します。`,
    tried < steadyFreeRuns ? `Dはいま${tried}回まで終わりました。` : '',
    cut > 0 ? `時間内に終わらず打ち切った${cut}回は数えていません。` : '',
  ].join('');
}
