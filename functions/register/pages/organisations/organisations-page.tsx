import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { Pagination } from '#functions/components/pagination.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { may } from '#lib/core/permission/table.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';

export interface OrganisationsPageProps {
  readonly viewer: Viewer;
  readonly confined: boolean;
  readonly prefecture: string;
  readonly typed: string;
  readonly all: number;
  readonly found: number;
  readonly lines: readonly Organisation[];
  readonly areas: ReadonlyMap<string, string>;
  readonly page: number;
  readonly pages: number;
  readonly asOf: string;
}

/** The register of hospitals. */
export function OrganisationsPage(props: OrganisationsPageProps): VNode {
  const { viewer, confined, prefecture, typed, all, found, lines, areas, page, pages, asOf } = props;
  const hrefOf = (number: number) =>
    `/s/organisations?${new URLSearchParams({ prefecture, q: typed, page: String(number) })}`;
  return (
    <StaffLayout {...viewer} title="名簿" at="/s/organisations">
      <h1>名簿</h1>
      <form method="get" action="/s/organisations" class="filter">
        {!confined && (
          <SelectField
            id="prefecture"
            label="都道府県"
            value={prefecture}
            none="全国"
            options={PREFECTURES.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <TextField id="q" label="病院名・コード" value={typed} size={24} />
        <Button>さがす</Button>
      </form>
      {may(viewer.actor, 'organisation.import') && (
        <p>
          <LinkButton href="/s/organisations/import">名簿を取り込む</LinkButton>
        </p>
      )}
      <AsOf count={found} of={all} unit="病院" at={asOf} />
      <DataTable
        caption="病院の一覧"
        captionHidden
        columns={[
          { label: '病院' },
          { label: 'コード' },
          { label: '都道府県' },
          { label: '二次医療圏' },
          { label: '募集定員', numeric: true },
          { label: '連絡先' },
        ]}
        rows={lines.map(({ id, name, prefecture: code, area, seats, contacts, mergedInto }) => ({
          key: id,
          cells: [
            <>
              <a href={`/s/organisations/${id}`}>{name}</a>
              {mergedInto !== undefined && '（統合済）'}
            </>,
            id,
            prefectureName(code),
            area === undefined ? '不明' : (areas.get(area) ?? area),
            seats === undefined ? '' : `${seats}人`,
            contacts.length === 0 ? '登録なし' : `${contacts.length}件`,
          ],
        }))}
        empty="この条件に合う病院はありません。"
      />
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </StaffLayout>
  );
}
