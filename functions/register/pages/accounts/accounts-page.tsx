import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { AccountsTable } from './accounts-table.tsx';
import type { AccountsView } from './load-accounts.ts';

export interface AccountsPageProps {
  readonly viewer: Viewer;
  readonly view: AccountsView;
  readonly problems?: readonly FieldProblem[];
  readonly typed?: { readonly name: string; readonly office: string } | undefined;
  readonly said?: string | undefined;
}

/** Who may come in, and the form that invites a colleague. */
export function AccountsPage({ viewer, view, problems = [], typed, said }: AccountsPageProps): VNode {
  const { accounts, confined, request, asOf } = view;
  const messages = messagesByField(problems);
  const offices =
    confined === undefined
      ? [
          { value: 'ministry', label: '厚生労働省' },
          ...PREFECTURES.map(({ code, name }) => ({ value: code, label: name })),
        ]
      : [{ value: confined, label: prefectureName(confined) }];
  return (
    <StaffLayout {...viewer} title="権限" at="/s/accounts" invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>権限</h1>
      <div id="accounts" tabIndex={-1}>
        <AsOf count={accounts.length} unit="人" at={asOf} />
        <AccountsTable viewer={viewer} accounts={accounts} />
      </div>
      <form method="post" action="/s/accounts" novalidate class="narrow">
        <h2>職員を招待する</h2>
        <p>一度だけ使える登録用のリンクを作ります。本人がそのリンクからパスキーを登録すると、入れるようになります。</p>
        <HiddenFields fields={{ csrf: viewer.csrf, request }} />
        <TextField id="name" label="氏名" required size={24} value={typed?.name} problem={messages.get('name')} />
        <SelectField
          id="office"
          label="所属"
          required
          value={typed?.office ?? confined}
          none="選んでください"
          options={offices}
          problem={messages.get('office')}
        />
        <p class="buttons">
          <Button kind="primary">登録用のリンクを作る</Button>
        </p>
      </form>
    </StaffLayout>
  );
}
