import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { changeWords, reasonWords } from './outcome-words.ts';
import type { PlanPageProps } from './plan-page.tsx';

/** Most pairs of one source that are listed, best score first. */
const most = 50;

/** One source's pairs in mode C with the reason of each and what would change it. */
export function PairTable({
  result,
  round,
  source,
  reasons,
  here,
  nameOf,
}: PlanPageProps & { readonly here: string; readonly nameOf: (id: string) => string }): VNode {
  const scoreOf = (host: string) => round.score.get(source ?? '')?.get(host) ?? 0;
  const placed = new Map(
    (result.best?.placements ?? []).filter((one) => one.source === source).map(({ host, n }) => [host, n]),
  );
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">組ごとの理由（C 合計点最大）</h2>
      <form method="get" action={here} class="filter">
        <SelectField
          id="source"
          label="連携元"
          value={source}
          none="選択してください"
          options={[...round.sources.keys()].map((id) => ({ value: id, label: nameOf(id) }))}
        />
        <Button>理由を見る</Button>
      </form>
      {source !== undefined && !reasons && <p>条件を満たす配置がないため、組ごとの理由はありません。</p>}
      {source !== undefined && reasons && (
        <DataTable
          caption={`${nameOf(source)}の組（点数の高い順に${Math.min(most, reasons.length)}件、全${reasons.length}件）`}
          columns={[
            { label: '連携先' },
            { label: '点数', numeric: true },
            { label: '人数', numeric: true },
            { label: '理由' },
            { label: 'どうすれば変わるか' },
          ]}
          rows={reasons
            .toSorted((a, b) => scoreOf(b.host) - scoreOf(a.host))
            .slice(0, most)
            .map((reason) => ({
              key: reason.host,
              cells: [
                nameOf(reason.host),
                `${scoreOf(reason.host)}点`,
                `${placed.get(reason.host) ?? 0}人`,
                reasonWords[reason.code],
                changeWords(reason),
              ],
            }))}
        />
      )}
    </section>
  );
}
