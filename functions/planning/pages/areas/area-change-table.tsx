import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { citationWords } from '#functions/planning/components/citation-words.ts';
import type { AreaChange } from '#lib/core/eligibility/compare-areas.ts';
import { decidingTests, roleWords } from './change-words.ts';

/** One kind of change, an area a row: what it was and becomes, and the tests that decide it with their paragraph. */
export const AreaChangeTable = ({
  title,
  id,
  changes,
}: {
  readonly title: string;
  readonly id: string;
  readonly changes: readonly AreaChange[];
}): VNode => (
  <section aria-labelledby={id}>
    <h3 id={id}>{`${title}（${changes.length}区域）`}</h3>
    <DataTable
      caption={title}
      captionHidden
      stacked
      columns={[{ label: '二次医療圏' }, { label: '公表の基準' }, { label: '試算' }, { label: '理由' }]}
      rows={changes.map((change) => {
        const place = change.after ?? change.before;
        return {
          key: place?.area ?? '',
          cells: [
            `${place?.prefectureName ?? ''} ${place?.areaName ?? ''}`,
            roleWords(change.before),
            roleWords(change.after),
            <ul key="why" class="deciding">
              {decidingTests(change).map(({ test, sentence, value, exact, citation }) => (
                <li key={test}>
                  {sentence}
                  {exact !== undefined && <span class="hint">{`（公表値${value}、丸める前は${exact}）`}</span>}
                  <cite class="why__source">{citationWords(citation)}</cite>
                </li>
              ))}
            </ul>,
          ],
        };
      })}
    />
  </section>
);
