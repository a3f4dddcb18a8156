import type { VNode } from 'preact';
import { announcementWords } from '#functions/announcements/announcement-words.ts';
import { LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import type { Announcement } from '#lib/core/announcements/announcement.ts';
import type { RecipientList } from '#lib/core/announcements/recipient-list.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';

interface AnnouncementsPageProps {
  readonly viewer: Viewer;
  readonly announcements: readonly Announcement[];
  readonly lists: readonly RecipientList[];
}

/** Every announcement, and the lists of those they go to. */
export const AnnouncementsPage = ({ viewer, announcements, lists }: AnnouncementsPageProps): VNode => (
  <StaffLayout {...viewer} title="お知らせ" at="/s/announcements">
    <h1>お知らせ</h1>
    <p>受け取ることに同意した医学生へ、同じお知らせをメールで送ります。</p>
    <p class="buttons">
      {lists.some(({ count }) => count > 0) && (
        <LinkButton kind="primary" href="/s/announcements/new">
          お知らせを作る
        </LinkButton>
      )}
      <LinkButton href="/s/recipients">宛先名簿</LinkButton>
    </p>
    {!lists.some(({ count }) => count > 0) && <p>お知らせを作るには、はじめに宛先名簿を取り込んでください。</p>}
    <DataTable
      caption={`お知らせ ${announcements.length}件`}
      columns={[
        { label: '件名' },
        { label: '状態' },
        { label: '送信日時', wide: true },
        { label: '人数', numeric: true },
      ]}
      rows={announcements.map(({ id, subject, state, sendAt, counted }) => ({
        key: id,
        cells: [
          <a key="link" href={`/s/announcements/${id}`}>
            {subject}
          </a>,
          <State key="state" word={announcementWords[state]} />,
          sendAt === undefined ? '未定' : longInstant(sendAt),
          counted === undefined ? '' : `${counted.toLocaleString('en')}人`,
        ],
      }))}
      empty="まだお知らせはありません。"
    />
  </StaffLayout>
);
