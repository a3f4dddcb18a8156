import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { FileList } from '#functions/components/file-list.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { MailPreview } from '#functions/staff/components/mail-preview.tsx';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import type { DocumentPageProps } from './document-page.tsx';
import type { DraftView } from './load-document.ts';

const count = (number: number) => `${number.toLocaleString('en')}件`;

/** A document that waits for its time: to whom it goes, what they get, and the button that takes it back. */
export function Scheduled({ viewer, view, draft }: DocumentPageProps & { readonly draft: DraftView }): VNode {
  const { id, files, counted = 0, shown } = view.distribution;
  return (
    <>
      <form method="post" action={`/s/documents/${id}/unschedule`}>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <p>予約を取り消すと下書きに戻り、直してまた送れます。</p>
        <p class="buttons">
          <Button>予約を取り消す</Button>
        </p>
      </form>
      <h2>配布先</h2>
      {shown !== undefined && shown !== draft.digest && (
        <NotificationBanner tone="warning" title="予約のあとに名簿が変わりました">
          <p>
            {`いまの名簿では、配布先は${count(draft.found.chosen.length)}です。このままなら、予約したときの配布先に送ります。いまの名簿の配布先に送るには、予約を取り消して、もう一度予約してください。`}
          </p>
        </NotificationBanner>
      )}
      <p>{`予約したときの${count(counted)}に送ります。その後に統合された病院には送りません。`}</p>
      <h2>ファイル</h2>
      <FileList files={filesIn(files)} address={(file) => `/s/documents/${id}/files/${file}`} />
      {draft.letter && (
        <>
          <h2>メールの見本</h2>
          <MailPreview letter={draft.letter} />
        </>
      )}
    </>
  );
}
