import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { noticeKindWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { WordedMail } from '#lib/core/notices/notice.ts';
import type { Wording, WordingVersion } from '#lib/core/notices/wording.ts';

export interface WordingsPageProps {
  readonly viewer: Viewer;
  readonly current: readonly (readonly [WordedMail, Wording & Partial<WordingVersion>])[];
}

/** The wording of every kind of mail, each a link to where it is edited. */
export const WordingsPage = ({ viewer, current }: WordingsPageProps): VNode => (
  <StaffLayout {...viewer} title="メールの文面" at="/s/notices" up={[{ label: '通知', href: '/s/notices' }]}>
    <h1>メールの文面</h1>
    <p>公開した文面は、その後に送るメールから使われます。送ったメールには、送ったときの版が記録されます。</p>
    <DataTable
      caption="文面の一覧"
      captionHidden
      columns={[{ label: '種類' }, { label: '件名' }, { label: '版' }]}
      rows={current.map(([kind, { subject, version = 0, publishedAt }]) => ({
        key: kind,
        cells: [
          <a key="link" href={`/s/letters/${kind}`}>
            {noticeKindWords[kind]}
          </a>,
          subject,
          publishedAt === undefined ? '初めからの文面' : `第${version}版（${longInstant(publishedAt)}公開）`,
        ],
      }))}
    />
  </StaffLayout>
);
