import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { distributionWords, officeWords } from '#functions/documents/distribution-words.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Distribution } from '#lib/core/distributions/distribution.ts';

interface DocumentsPageProps {
  readonly viewer: Viewer;
  readonly distributions: readonly Distribution[];
  readonly said: string | undefined;
}

/** Every document that this office sent or was sent, newest first. */
export const DocumentsPage = ({ viewer, distributions, said }: DocumentsPageProps): VNode => (
  <StaffLayout {...viewer} title="文書" at="/s/documents">
    {said && <NotificationBanner tone="success" title={said} live />}
    <h1>文書</h1>
    <p>
      {viewer.actor.kind === 'prefecture'
        ? '厚生労働省から届いた文書と、県内の病院に送る文書です。だれがまだ開いていないかを確かめられます。'
        : '事務連絡などの文書を、都道府県と病院に送ります。だれがまだ開いていないかを確かめられます。'}
    </p>
    <p class="buttons">
      <LinkButton kind="primary" href="/s/documents/new">
        文書を作る
      </LinkButton>
    </p>
    <DataTable
      caption={`文書 ${distributions.length}件`}
      columns={[
        { label: '件名' },
        { label: '送信元' },
        { label: '状態' },
        { label: '送信日時' },
        { label: '配布先', numeric: true },
      ]}
      rows={distributions.map(({ id, title, office, state, sentAt, counted }) => ({
        key: id,
        cells: [
          <a key="link" href={`/s/documents/${id}`}>
            {title}
          </a>,
          officeWords(office),
          <State key="state" word={distributionWords[state]} />,
          sentAt === undefined ? '' : longInstant(sentAt),
          counted === undefined ? '' : `${counted.toLocaleString('en')}件`,
        ],
      }))}
      empty="まだ文書はありません。"
    />
  </StaffLayout>
);
