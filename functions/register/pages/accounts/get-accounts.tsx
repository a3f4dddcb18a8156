import type { StaffPage } from '#functions/staff/page.ts';
import { AccountsPage } from './accounts-page.tsx';
import { loadAccounts } from './load-accounts.ts';

export const getAccounts: StaffPage = async (request, desk) => ({
  page: (
    <AccountsPage
      viewer={request}
      view={await loadAccounts(desk, request)}
      said={request.query.get('done') === 'revoked' ? '権限を停止しました。' : undefined}
    />
  ),
});
