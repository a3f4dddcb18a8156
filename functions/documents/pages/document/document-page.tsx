import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { FileList } from '#functions/components/file-list.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { audienceWords, distributionWords, officeWords } from '#functions/documents/distribution-words.ts';
import type { TypedSendAt } from '#functions/staff/components/send-at.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import { AudiencePart } from './audience-part.tsx';
import type { DocumentView } from './load-document.ts';
import { Openings } from './openings.tsx';
import { ReceivedFiles } from './received-files.tsx';
import { Scheduled } from './scheduled.tsx';
import { DiscardForm, WithdrawForm } from './withdrawal.tsx';
import { Withdrawn } from './withdrawn.tsx';

export interface DocumentPageProps {
  readonly viewer: Viewer;
  readonly view: DocumentView;
  readonly problems: readonly FieldProblem[];
  /** A reason, and a day and time of sending, as they were typed. */
  readonly typed: TypedSendAt & { readonly reason: string };
  readonly said: string | undefined;
  /** Whose addressees are listed; '' for all that may be seen. */
  readonly prefecture: string;
  readonly page: number;
}

/** One document: what it says, whom it goes to, and once it is sent, who has opened it. */
export function DocumentPage(props: DocumentPageProps): VNode {
  const { viewer, view, problems, said } = props;
  const { distribution, own, corrected, corrections, draft, receiver } = view;
  const { id, title, note, office, sender, audience, state, sendAt, sentAt, files } = distribution;
  const sending = state === 'sending';
  return (
    <StaffLayout
      {...viewer}
      title={title}
      at="/s/documents"
      up={[{ label: '文書', href: '/s/documents' }]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      {corrections.map((one) => (
        <NotificationBanner key={one.by} tone="warning" title="この文書には訂正があります">
          <p>
            <a href={`/s/documents/${one.by}`}>{one.title}</a>
            {`（${longInstant(one.at)}送信）`}
          </p>
        </NotificationBanner>
      ))}
      <h1>{title}</h1>
      <Withdrawn distribution={distribution} />
      <p>
        <State word={distributionWords[state]} />
      </p>
      <SummaryList
        rows={[
          { key: '送信元', value: officeWords(office) },
          ...(corrected
            ? [{ key: '訂正する文書', value: <a href={`/s/documents/${corrected.id}`}>{corrected.title}</a> }]
            : []),
          { key: '配布先', value: audienceWords(audience) },
          { key: '送付文', value: <span class="lines">{note}</span> },
          { key: '問い合わせ先', value: `${sender.name}　電話 ${sender.telephone}` },
          ...(state === 'scheduled' && sendAt !== undefined
            ? [{ key: '送信予定', value: `${longInstant(sendAt)}から5分以内` }]
            : []),
          ...(sentAt === undefined ? [] : [{ key: '送信日時', value: longInstant(sentAt) }]),
        ]}
      />
      {draft && own && state === 'scheduled' && <Scheduled {...props} draft={draft} />}
      {draft && own && state === 'draft' && (
        <>
          <p class="buttons">
            <LinkButton href={`/s/documents/${id}/edit`}>件名・送付文・配布先を直す</LinkButton>
          </p>
          <h2>ファイル</h2>
          {files.length === 0 && <p>まだありません。1個以上添えると、送信できます。</p>}
          <FileList files={filesIn(files)} address={(file) => `/s/documents/${id}/files/${file}`} />
          <p class="buttons">
            <LinkButton kind={files.length === 0 ? 'primary' : 'secondary'} href={`/s/documents/${id}/files`}>
              ファイルを添える・取り消す
            </LinkButton>
          </p>
          <AudiencePart {...props} draft={draft} />
          <DiscardForm {...props} />
        </>
      )}
      {draft && !own && <p>ほかの部署が準備している文書です。まだ送られていません。</p>}
      {!draft && (
        <>
          {(own || state !== 'withdrawn') && (
            <>
              <h2>ファイル</h2>
              {receiver ? (
                <ReceivedFiles viewer={viewer} action={`/s/documents/${id}/files`} distribution={distribution} />
              ) : (
                <FileList files={filesIn(files)} address={(file) => `/s/documents/${id}/files/${file}`} />
              )}
            </>
          )}
          <Openings {...props} />
          {own && !sending && (
            <p class="buttons">
              <LinkButton href={`/s/documents/new?corrects=${id}`}>訂正する文書を作る</LinkButton>
            </p>
          )}
          <WithdrawForm {...props} />
        </>
      )}
    </StaffLayout>
  );
}
