import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { exposureByPrefecture, type HostExposure, spreadOf } from '#lib/core/matching/rank/exposure.ts';

const width = 200;
const height = 16;

/** One row a prefecture, its name leading to its hosts: appearances with a bar of appearances a host, and the spread among its hosts. */
export function PrefectureExposure({
  exposed,
  here,
}: {
  readonly exposed: readonly HostExposure[];
  /** The page's address with its round; the hosts of one prefecture stand one step further. */
  readonly here: string;
}): VNode {
  const counts = Map.groupBy(exposed, ({ host }) => host.prefecture);
  const lines = exposureByPrefecture(exposed).map((line) => ({
    ...line,
    mean: line.hosts === 0 ? 0 : line.appearances / line.hosts,
    spread: spreadOf((counts.get(line.prefecture) ?? []).map(({ appearances }) => appearances)),
  }));
  const greatest = Math.max(1, ...lines.map(({ mean }) => mean));
  return (
    <DataTable
      caption="都道府県ごとの回数"
      stacked
      columns={[
        { label: '都道府県' },
        { label: '連携先', numeric: true },
        { label: '一度も入らない病院', numeric: true },
        { label: '延べ回数', numeric: true },
        { label: '1病院あたり', numeric: true },
        { label: '1病院あたりの図' },
        { label: '最小・中央値・最大' },
      ]}
      rows={lines.map(({ prefecture, hosts, seen, appearances, mean, spread }) => ({
        key: prefecture,
        cells: [
          <a key="link" href={`${here}&prefecture=${prefecture}`}>
            {prefectureName(prefecture)}
          </a>,
          `${hosts}病院`,
          `${hosts - seen}病院`,
          `${appearances.toLocaleString('en')}回`,
          `${mean.toFixed(1)}回`,
          <svg key="bar" class="mean-bar" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            <rect class="bar bar--whole" width={width} height={height} />
            <rect class="bar" width={(width * mean) / greatest} height={height} />
          </svg>,
          spread ? `${spread.least}・${spread.middle}・${spread.most}回` : '',
        ],
      }))}
    />
  );
}
