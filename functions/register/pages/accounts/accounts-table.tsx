import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { StatusLabel } from '#functions/components/status-label.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Account } from '#lib/usecases/accounts/account-rows.ts';

const states = {
  invited: ['登録待ち', 'warning'],
  active: ['利用中', 'plain'],
  revoked: ['停止', 'plain'],
} as const;

/** Accounts with what can be done with each; one's own cannot be stopped. */
export const AccountsTable = ({ viewer, accounts }: { viewer: Viewer; accounts: readonly Account[] }): VNode => (
  <DataTable
    caption="職員の一覧"
    captionHidden
    columns={[
      { label: '氏名' },
      { label: '所属' },
      { label: '状態' },
      { label: 'パスキー', numeric: true },
      { label: '最後のサインイン' },
      { label: '操作' },
    ]}
    rows={accounts.map((account) => {
      const [label, tone] = states[account.state];
      return {
        key: account.id,
        cells: [
          account.name,
          account.prefecture === undefined ? '厚生労働省' : prefectureName(account.prefecture),
          <StatusLabel key="state" tone={tone}>
            {label}
          </StatusLabel>,
          `${account.passkeys.length}個`,
          lastUse(account),
          account.state !== 'revoked' && <Acts key="acts" viewer={viewer} account={account} />,
        ],
      };
    })}
    empty="登録されている職員はいません。"
  />
);

function lastUse({ passkeys }: Account): string {
  const last = passkeys
    .map(({ usedAt, registeredAt }) => usedAt ?? registeredAt)
    .sort()
    .at(-1);
  return last === undefined ? 'まだありません' : longInstant(last);
}

const Acts = ({ viewer, account }: { viewer: Viewer; account: Account }): VNode => {
  const own = 'id' in viewer.actor && viewer.actor.id === account.id;
  return (
    <>
      <form method="post" action={`/s/accounts/${account.id}/invite`}>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <Button label={`${account.name}：${own ? 'パスキーを追加する' : '登録をやり直す'}`}>
          {own ? 'パスキーを追加する' : '登録をやり直す'}
        </Button>
      </form>
      {!own && (
        <form method="post" action={`/s/accounts/${account.id}/revoke`}>
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <Button kind="danger" label={`${account.name}の権限を停止する`}>
            停止する
          </Button>
        </form>
      )}
    </>
  );
};
