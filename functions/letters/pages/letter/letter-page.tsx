import type { VNode } from 'preact';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { MailPreview } from '#functions/staff/components/mail-preview.tsx';
import { outboxPage, outboxWords } from '#functions/staff/components/outbox-words.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { noticeKindWords, noticeWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import type { ReadLetter } from '#lib/usecases/read-letter.ts';

export interface LetterPageProps {
  readonly viewer: Viewer;
  readonly read: ReadLetter;
}

/** One mail: whose it was, what became of it and when, and its words. */
export function LetterPage({ viewer, read }: LetterPageProps): VNode {
  const { outbox, notice, organisation, letter, exact } = read;
  return (
    <StaffLayout
      {...viewer}
      title="メールの文面"
      at="/s/notices"
      up={[{ label: '通知', href: `/s/notices?${new URLSearchParams({ round: outbox.id })}` }]}
    >
      <h1>{noticeKindWords[notice.kind]}</h1>
      <SummaryList
        rows={[
          { key: outboxWords[outbox.kind], value: <a href={outboxPage(outbox)}>{outbox.title}</a> },
          ...(organisation === '' ? [] : [{ key: outbox.kind === 'round' ? '病院' : '配布先', value: organisation }]),
          { key: '宛名', value: notice.toName },
          { key: '状態', value: <State word={noticeWords[notice.state]} /> },
          ...timesOf(notice).map(([key, at]) => ({ key, value: longInstant(at) })),
          ...(notice.reason === undefined ? [] : [{ key: '備考', value: notice.reason }]),
        ]}
      />
      <h2>{exact ? '送ったときの文面' : 'いま送る場合の文面'}</h2>
      <p>
        {exact
          ? '送ったときの文面をそのまま示しています。宛先だけが知るリンクの符号は「●」で伏せています。'
          : '送信のときの内容で作り直すため、期限や回答の状況により変わることがあります。宛先だけが知るリンクの符号は「●」で伏せています。'}
      </p>
      <MailPreview letter={letter} label="メールの文面" />
    </StaffLayout>
  );
}

/** What is known of when it happened: written, taken by the mail service, and the newest that the service told. */
const timesOf = ({ createdAt, sentAt, settledAt, state }: Notice): (readonly [string, string])[] => [
  ['用意した日時', createdAt],
  ...(sentAt === undefined ? [] : [['送信した日時', sentAt] as const]),
  ...(settledAt === undefined ? [] : [[`${noticeWords[state].label}の日時`, settledAt] as const]),
];
