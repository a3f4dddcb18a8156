import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Invited } from '#lib/usecases/accounts/invite-staff.ts';

/** The one-time link, shown once. */
export const InvitedPage = ({
  viewer,
  invited,
  origin,
}: {
  viewer: Viewer;
  invited: Invited;
  origin: string;
}): VNode => (
  <StaffLayout {...viewer} title="登録用のリンク" at="/s/accounts" up={[{ label: '権限', href: '/s/accounts' }]}>
    <h1>登録用のリンクができました</h1>
    <p>このリンクは今だけ表示されます。本人に、対面や電話など、本人だと分かる方法で渡してください。</p>
    <SummaryList
      rows={[
        { key: '氏名', value: invited.account.name },
        { key: 'リンク', value: `${origin}/s/sign-in/register#${invited.code}` },
        { key: '登録コード', value: invited.code },
        { key: '使える期限', value: `${longInstant(invited.expiresAt)}（一度だけ）` },
      ]}
    />
    <p class="buttons">
      <LinkButton kind="primary" href="/s/accounts">
        権限の一覧に戻る
      </LinkButton>
    </p>
  </StaffLayout>
);
