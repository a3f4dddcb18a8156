import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { StatusLabel } from '#functions/components/status-label.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout } from '#functions/staff/components/staff-layout.tsx';
import { WhyLines } from '#functions/staff/components/why-lines.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Verdict } from '#lib/core/eligibility/judge-hospital.ts';
import type { Outcome } from '#lib/core/eligibility/judge-role.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import { Merged, MergeForm, type MergerProps } from './merger.tsx';

export interface OrganisationPageProps extends MergerProps {
  /** Name of its 二次医療圏, where it is known. */
  readonly area: string | undefined;
  readonly verdicts: readonly {
    readonly program: Program<AreaEdition>;
    readonly edition: AreaEdition;
    readonly verdict: Verdict;
  }[];
  /** What was just done. */
  readonly said: string | undefined;
  readonly asOf: string;
}

const types = { university: '大学病院', general: '市中病院' } as const;

/** One hospital: what is known of it, and why it takes part in each programme or not. */
export function OrganisationPage(props: OrganisationPageProps): VNode {
  const { viewer, hospital, area, verdicts, merging, said, asOf } = props;
  const { name, id, prefecture, area: code, type, seats, contacts, takesPart = [] } = hospital;
  return (
    <StaffLayout
      {...viewer}
      title={name}
      at="/s/organisations"
      up={[{ label: '名簿', href: '/s/organisations' }]}
      invalid={merging.problems.length > 0}
    >
      <ErrorSummary problems={merging.problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>{name}</h1>
      <Merged {...props} />
      <SummaryList
        rows={[
          { key: 'コード', value: id },
          { key: '都道府県', value: prefectureName(prefecture) },
          {
            key: '二次医療圏',
            value:
              code === undefined ? '不明（対象かどうかを確かめられないことがあります）' : `${area ?? ''}（${code}）`,
          },
          { key: '種類', value: type === undefined ? '不明' : types[type] },
          { key: '募集定員', value: seats === undefined ? '不明' : `${seats}人` },
        ]}
      />
      <h2>{`連絡先（${contacts.length}件）`}</h2>
      <DataTable
        caption="連絡先（上から順に使います）"
        columns={[{ label: '氏名' }, { label: '部署' }, { label: 'メール' }, { label: '電話', wide: true }]}
        rows={contacts.map((contact) => ({
          key: contact.email,
          cells: [contact.name, contact.department ?? '', contact.email, contact.telephone ?? ''],
        }))}
        empty="連絡先は登録されていません。"
      />
      <h2>なぜ対象ですか／対象外ですか</h2>
      {verdicts.map(({ program, edition, verdict }) => (
        <section key={`${program.id} ${edition.id}`} aria-label={`${program.name} ${edition.label}`}>
          <h3>{`${program.name} ${edition.label}`}</h3>
          <p>
            {'連携元 '}
            <Standing outcome={verdict.source} />
            {'　連携先 '}
            <Standing outcome={verdict.destination} />
            {takesPart.includes(program.id) && '　連携元として参加'}
          </p>
          <WhyLines why={verdict.why} />
        </section>
      ))}
      <MergeForm {...props} />
      <p class="as-of">{`${longInstant(asOf)}現在`}</p>
    </StaffLayout>
  );
}

const standings = {
  met: ['対象', 'success'],
  unmet: ['対象外', 'plain'],
  unresolved: ['要確認', 'warning'],
} as const satisfies Record<Outcome, readonly [string, string]>;

const Standing = ({ outcome }: { outcome: Outcome }): VNode => {
  const [label, tone] = standings[outcome];
  return <StatusLabel tone={tone}>{label}</StatusLabel>;
};
