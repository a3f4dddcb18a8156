import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { Pagination } from '#functions/components/pagination.tsx';
import { knownActs } from '#functions/staff/components/act-words.ts';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { AuditTable } from '#functions/staff/components/audit-table.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { AuditEntry } from '#lib/core/audit/entry.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';

export interface AuditPageProps {
  readonly viewer: Viewer;
  readonly filter: { readonly aggregate: string; readonly month: string; readonly act: string; readonly who: string };
  /** Whether the chain is unbroken, where one thing's history is shown. */
  readonly whole: boolean | undefined;
  readonly all: number;
  readonly found: number;
  readonly entries: readonly AuditEntry[];
  readonly page: number;
  readonly pages: number;
  readonly asOf: string;
}

/** The audit trail, of a month or of one thing. */
export function AuditPage({ viewer, filter, whole, all, found, entries, page, pages, asOf }: AuditPageProps): VNode {
  const { aggregate, month, act, who } = filter;
  const hrefOf = (number: number) => `/s/audit?${new URLSearchParams({ ...filter, page: String(number) })}`;
  return (
    <StaffLayout {...viewer} title="監査" at="/s/audit">
      <h1>監査</h1>
      {aggregate === '' ? (
        <form method="get" action="/s/audit" class="filter">
          <SelectField id="month" label="月" value={month} options={monthsUntil(asOf)} />
          <SelectField id="act" label="操作" value={act} none="すべて" options={knownActs} />
          <TextField id="who" label="操作した人" value={who} size={16} />
          <Button>絞り込む</Button>
        </form>
      ) : (
        <p>
          {`対象：${aggregate}　`}
          <a href="/s/audit">月ごとの記録に戻る</a>
        </p>
      )}
      {whole === true && <p>記録に抜けや書換えがないことを確かめました。</p>}
      {whole === false && (
        <NotificationBanner tone="error" title="記録に抜けか書換えがあります。システムの担当者に知らせてください。" />
      )}
      <AsOf count={found} of={all} unit="件" at={asOf} />
      <AuditTable caption="操作の記録" entries={entries} linked={aggregate === ''} />
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </StaffLayout>
  );
}

/** This month and the 35 before it, newest first. */
function monthsUntil(asOf: string) {
  const [year = 0, month = 1] = dayOfInstant(asOf).split('-').map(Number);
  return Array.from({ length: 36 }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
    return { value: `${y}-${String(m).padStart(2, '0')}`, label: `${y}年${m}月` };
  });
}
