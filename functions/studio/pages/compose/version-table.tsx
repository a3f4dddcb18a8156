import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { Downloads } from '#functions/studio/components/downloads.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';

/** One published version, for the table. */
export interface VersionLine {
  readonly version: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/** The published versions, newest first, with what can be taken from each; and the draft's own downloads. */
export const VersionTable = ({ form, versions }: { form: string; versions: readonly VersionLine[] }): VNode => (
  <>
    <h2>公開した版と書き出し</h2>
    <DataTable
      caption="公開した版"
      captionHidden
      columns={[{ label: '版' }, { label: '公開した日時' }, { label: '公開した人' }, { label: '書き出し' }]}
      rows={versions.map(({ version, publishedAt, publishedBy }) => ({
        key: String(version),
        cells: [
          <a key="see" href={addresses.version(form, version)}>{`第${version}版`}</a>,
          longInstant(publishedAt),
          publishedBy,
          <Downloads key="out" form={form} version={version} />,
        ],
      }))}
      empty="公開した版はまだありません。"
    />
    <p>
      下書き：
      <Downloads form={form} />
    </p>
  </>
);
