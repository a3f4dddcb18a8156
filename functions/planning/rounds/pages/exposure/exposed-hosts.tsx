import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import type { HostExposure } from '#lib/core/matching/rank/exposure.ts';

/** The 連携先 of one prefecture one by one, those that are seen least first. */
export const ExposedHosts = ({ exposed }: { readonly exposed: readonly HostExposure[] }): VNode => (
  <DataTable
    caption={`連携先ごとの回数（少ない順、${exposed.length}病院）`}
    stacked
    columns={[{ label: '病院' }, { label: '10位以内に入った回数', numeric: true }, { label: '回答' }]}
    rows={exposed
      .toSorted((a, b) => a.appearances - b.appearances)
      .map(({ host, appearances }) => ({
        key: host.organisation,
        cells: [
          <a key="link" href={`/s/organisations/${encodeURIComponent(host.organisation)}`}>
            {host.name}
          </a>,
          appearances === 0 ? 'なし' : `${appearances.toLocaleString('en')}回`,
          host.age === null ? '回答なし' : `提供日の${host.age}日前`,
        ],
      }))}
  />
);
