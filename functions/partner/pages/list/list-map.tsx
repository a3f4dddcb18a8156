import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { PrefectureTiles } from '#functions/components/prefecture-tiles.tsx';
import { WideBox } from '#functions/components/wide-box.tsx';
import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import { addressOf, type ListView } from './list-view.ts';
import type { NarrowedList } from './narrow-list.ts';
import type { Places } from './places.ts';

export interface ListMapProps {
  readonly view: ListView;
  readonly narrowed: NarrowedList;
  readonly places: Places;
  readonly home: string;
}

/** Where the listed hospitals are: prefectures as tiles that lead to their hospitals, the same as a table, and the 二次医療圏 of a chosen one. */
export function ListMap({ view, narrowed, places, home }: ListMapProps): VNode {
  const counts = narrowed.counts.get('prefecture') ?? new Map<string, number>();
  const hrefOf = (prefecture: string) => `${home}${addressOf({ ...view, prefecture, page: 1 })}#results`;
  const lines = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const best = (entry: Entry | undefined) => (entry ? `${entry.place}位 ${entry.partner.name}` : '');
  return (
    <details class="list-map" open={view.prefecture !== ''}>
      <summary>地図で見る（都道府県ごとの病院数と最上位）</summary>
      <WideBox label="都道府県の地図">
        <PrefectureTiles
          label="都道府県ごとの病院数と最上位の順位"
          sayingOf={({ code, shortName }) => {
            const [count, first] = [counts.get(code) ?? 0, narrowed.bestIn.get(code)];
            if (count === 0 || !first) return { text: '・', shade: 'none' };
            return {
              text: `${count}院 ${first.place}位`,
              shade: code === view.prefecture ? '3' : first.place <= 10 ? '2' : '1',
              href: hrefOf(code),
              label: `${shortName}${count}院 ${first.place}位：${count}病院、最上位は${first.place}位`,
            };
          }}
        />
      </WideBox>
      <p class="hint">色の濃い都道府県には、10位以内の病院があります。選ぶと、その都道府県の病院だけを表示します。</p>
      {view.prefecture !== '' && (
        <>
          <p>
            <a href={`${home}${addressOf({ ...view, prefecture: '', page: 1 })}`}>全国に戻す</a>
          </p>
          <DataTable
            caption={`${places.prefecture(view.prefecture)}の二次医療圏`}
            columns={[{ label: '二次医療圏' }, { label: '病院', numeric: true }, { label: '最上位' }]}
            rows={[...Map.groupBy(narrowed.kept, ({ partner }) => partner.area ?? '')].map(([area, entries]) => ({
              key: area,
              cells: [places.area(area) ?? '（二次医療圏の登録なし）', `${entries.length}病院`, best(entries[0])],
            }))}
          />
        </>
      )}
      <details>
        <summary>地図と同じ内容の表</summary>
        <DataTable
          caption="都道府県ごとの病院数と最上位"
          columns={[{ label: '都道府県' }, { label: '病院', numeric: true }, { label: '最上位' }]}
          rows={lines.map(([code, count]) => ({
            key: code,
            cells: [
              <a key="link" href={hrefOf(code)}>
                {places.prefecture(code)}
              </a>,
              `${count}病院`,
              best(narrowed.bestIn.get(code)),
            ],
          }))}
        />
      </details>
    </details>
  );
}
