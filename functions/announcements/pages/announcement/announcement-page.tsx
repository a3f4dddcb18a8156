import type { VNode } from 'preact';
import { announcementWords, segmentWords } from '#functions/announcements/announcement-words.ts';
import { LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { MailPreview } from '#functions/staff/components/mail-preview.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { AnnouncementView } from './load-announcement.ts';
import { Report } from './report.tsx';
import { SegmentForm } from './segment-form.tsx';
import { ScheduleForm, Steer, TrialForm } from './send-forms.tsx';

/** What is typed where an announcement is sent. */
export interface TypedToSend {
  readonly email?: string;
  readonly day?: string;
  readonly time?: string;
}

export interface AnnouncementPageProps {
  readonly viewer: Viewer;
  readonly view: AnnouncementView;
  readonly typed: TypedToSend;
  readonly problems: readonly FieldProblem[];
  readonly said: string | undefined;
  /** Fresh id for the trial's form. */
  readonly request: string;
}

/** One announcement: whom it is for, what they will read, when it goes out, and what became of it. */
export function AnnouncementPage(props: AnnouncementPageProps): VNode {
  const { viewer, view, problems, said } = props;
  const { announcement, list, count, letter, asOf } = view;
  const { id, subject, state, sendAt, counted } = announcement;
  const draft = state === 'draft';
  const people = (number: number) => `${number.toLocaleString('en')}人`;
  return (
    <StaffLayout
      {...viewer}
      title={subject}
      at="/s/announcements"
      up={[{ label: 'お知らせ', href: '/s/announcements' }]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>{subject}</h1>
      <p>
        <State word={announcementWords[state]} />
      </p>
      <SummaryList
        rows={[
          { key: '宛先名簿', value: list ? <a href={`/s/recipients/${list.id}`}>{list.name}</a> : '' },
          { key: '送る相手', value: segmentWords(announcement.segment) },
          ...(count
            ? [
                {
                  key: '人数',
                  value:
                    count.unsubscribed === 0
                      ? people(count.reached)
                      : `${people(count.reached)}（配信停止の申し出があった${people(count.unsubscribed)}を除く）`,
                },
              ]
            : [{ key: '人数', value: people(counted ?? 0) }]),
          { key: '送信日時', value: sendAt === undefined ? '未定' : longInstant(sendAt) },
          { key: '文面', value: `第${announcement.wording}版` },
          { key: '問い合わせ先', value: `${announcement.office.name}　電話 ${announcement.office.telephone}` },
        ]}
      />
      <p class="as-of">{`${longInstant(asOf)}現在`}</p>
      {draft && (
        <p class="buttons">
          <LinkButton href={`/s/announcements/${id}/edit`}>文面と名簿を直す</LinkButton>
        </p>
      )}
      {draft && count && <SegmentForm viewer={viewer} announcement={announcement} listed={count.listed} />}
      {count && (
        <>
          <h2>見本</h2>
          {letter ? (
            <>
              <p>名簿のはじめの方に届くメールです。配信停止のリンクは、見本では働きません。</p>
              <MailPreview letter={letter} />
            </>
          ) : (
            <p>送る相手がいないため、見本を作れません。</p>
          )}
        </>
      )}
      {draft && <TrialForm {...props} />}
      {draft && count && count.reached > 0 && <ScheduleForm {...props} reached={count.reached} />}
      <Steer {...props} />
      {count === undefined && <Report view={view} />}
    </StaffLayout>
  );
}
