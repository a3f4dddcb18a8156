import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import type { AuditEntry } from '#lib/core/audit/entry.ts';
import { isDay } from '#lib/core/calendar/day.ts';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { actWords } from './act-words.ts';
import { actorWords } from './actor-words.ts';

const names: Readonly<Record<string, string>> = {
  due: '期限',
  from: '変更前',
  to: '変更後',
  reason: '理由',
  revision: '提出の回',
  sections: '項目',
  notice: 'メール',
  name: '氏名',
  office: '所属',
};

/** Entries of the audit trail: when, who, what, and to what. */
export const AuditTable = ({
  caption,
  entries,
  linked,
}: {
  caption: string;
  entries: readonly AuditEntry[];
  linked?: boolean;
}): VNode => (
  <DataTable
    caption={caption}
    captionHidden
    columns={[
      { label: '日時', wide: true },
      { label: 'だれが' },
      { label: '何を' },
      { label: '対象' },
      { label: '詳細' },
    ]}
    rows={entries.map(({ aggregate, seq, at, actor, act, detail }) => ({
      key: `${aggregate} ${seq}`,
      cells: [
        longInstant(at),
        actorWords(actor),
        actWords(act),
        linked ? (
          <a key="link" href={`/s/audit?aggregate=${encodeURIComponent(aggregate)}`}>
            {aggregate}
          </a>
        ) : (
          aggregate
        ),
        <span key="detail" class="lines">
          {Object.entries(detail)
            .map(([name, value]) => `${names[name] ?? name}：${valueWords(value)}`)
            .join('\n')}
        </span>,
      ],
    }))}
    empty="記録はありません。"
  />
);

const valueWords = (value: string | number): string => (isDay(String(value)) ? longDay(String(value)) : String(value));
