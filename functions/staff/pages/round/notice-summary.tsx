import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { DrainLine } from '#functions/staff/components/drain-line.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { noticeWords } from '#functions/staff/components/state-words.ts';
import { noticeState } from '#lib/core/notices/notice.ts';
import type { RoundView } from './load-round.ts';

/** How many of a round's mails stand in each state; each links to those mails for who may see them. */
export function NoticeSummary({ view: { round, notices, asOf }, linked }: { view: RoundView; linked: boolean }): VNode {
  const groups = Map.groupBy(notices, ({ state }) => state);
  const present = noticeState.options.filter((state) => groups.has(state));
  return (
    <>
      <AsOf count={notices.length} unit="通" at={asOf} />
      <DrainLine notices={notices} asOf={asOf} />
      <DataTable
        caption="メールの状態"
        captionHidden
        columns={[{ label: '状態' }, { label: '通数', numeric: true }]}
        rows={present.map((state) => {
          const count = `${(groups.get(state)?.length ?? 0).toLocaleString('en')}通`;
          const href = `/s/notices?round=${round.id}&state=${state}`;
          return {
            key: state,
            cells: [
              <State key="state" word={noticeWords[state]} />,
              linked ? (
                <a key="link" href={href}>
                  {count}
                </a>
              ) : (
                count
              ),
            ],
          };
        })}
        empty="メールはまだありません。"
      />
    </>
  );
}
