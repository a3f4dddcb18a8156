import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { heardWords } from '#functions/components/heard-words.ts';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { ProgressBar } from '#functions/components/progress-bar.tsx';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { isEditable } from '#lib/core/rounds/answer.ts';
import { isAnswerable } from '#lib/core/rounds/round.ts';
import { SurveyLayout } from '../../components/survey-layout.tsx';
import type { SurveyView } from '../../components/survey-view.ts';
import { About } from './about.tsx';
import { Task } from './task.tsx';

/** 調査トップ: where every section stands, what is left, and by when. */
export function SurveyPage({ view, now }: { readonly view: SurveyView; readonly now: string }): VNode {
  const { round, file, progress, editable, previous } = view;
  const { answer } = file;
  const applicable = progress.sections.filter(({ state }) => state !== 'not-applicable');
  const complete = applicable.filter(({ state }) => state === 'complete');
  const minutesLeft = applicable.reduce(
    (sum, { state, section }) => sum + (state === 'complete' ? 0 : section.minutes),
    0,
  );
  const fresh = file.drafts.size === 0;
  return (
    <SurveyLayout view={view} title="回答する項目">
      <p class="hint">{answer.name}</p>
      <h1>{round.title}</h1>
      {!editable && <Settled view={view} />}
      {editable && answer.state === 'returned' && answer.returned?.reason === '' && (
        <NotificationBanner
          tone="warning"
          title="お電話でうかがった内容を訂正しています。直したあと、もう一度提出してください。"
        />
      )}
      {editable && answer.returned && answer.state === 'returned' && answer.returned.reason !== '' && (
        <NotificationBanner
          tone="error"
          title={answer.correction ? '回答の修正を受け付けています。' : '都道府県から、修正のお願いがあります。'}
        >
          <p class="lines">{answer.returned.reason}</p>
          <p>
            {answer.correction
              ? `${longDay(round.due)}までに内容を直し、もう一度提出してください。提出されるまで、前の回答のままです。`
              : '「差戻し」と書かれた項目を確かめ、もう一度提出してください。'}
          </p>
        </NotificationBanner>
      )}
      {editable && fresh && <About view={view} />}
      {editable && fresh && previous && (
        <NotificationBanner title={`前回（${longDay(dayOfInstant(previous.submittedAt))}提出）の回答が入っています。`}>
          <p>項目ごとに内容を確かめ、変わりがなければ「前回と同じ」を押してください。</p>
        </NotificationBanner>
      )}
      <h2>回答する項目</h2>
      <ProgressBar label="入力済" done={complete.length} total={applicable.length} unit="項目" />
      {editable && (
        <p>
          {minutesLeft > 0
            ? `残りの目安は約${minutesLeft}分です。どの項目からでも、途中まででも入力できます。`
            : 'すべて入力されています。まだ提出はされていません。'}
        </p>
      )}
      <ol class="tasks">
        {progress.sections.map((one) => (
          <Task key={one.section.id} one={one} view={view} now={now} />
        ))}
      </ol>
      {editable ? (
        <>
          <p>すべての項目を確かめたら、回答を見直して提出してください。</p>
          <div class="buttons">
            <LinkButton kind="primary" href={view.addresses.check}>
              確認・提出へ進む
            </LinkButton>
          </div>
          {view.addresses.people && (
            <p>
              <a href={view.addresses.people}>院内の方と分担する</a>
              <span class="hint">（相手専用のリンクをメールで送り、いっしょに入力できます）</span>
            </p>
          )}
          {view.addresses.workbook && (
            <p>
              <a href={view.addresses.workbook}>Excelで回答する</a>
              <span class="hint">（調査票をダウンロードして入力し、まとめて取り込めます）</span>
            </p>
          )}
          {!fresh && (
            <details>
              <summary>この調査について</summary>
              <About view={view} />
            </details>
          )}
        </>
      ) : (
        <p>
          <a href={view.addresses.check}>回答の内容をまとめて見る・印刷する</a>
        </p>
      )}
      <h2>お問い合わせ</h2>
      <p>
        {round.office.name}　<a href={`tel:${round.office.telephone}`}>{round.office.telephone}</a>
      </p>
    </SurveyLayout>
  );
}

const Settled = ({ view }: { view: SurveyView }): VNode => {
  const { file, round } = view;
  const { answer } = file;
  if (answer.state === 'waived') {
    return <NotificationBanner title={`この調査への回答は不要になりました。${answer.waivedFor ?? ''}`} />;
  }
  if (round.state === 'stopped' && isEditable(answer.state)) {
    return (
      <NotificationBanner tone="warning" title="いまは回答の受付を止めています。">
        <p class="lines">{round.stoppedFor}</p>
        <p>入力された内容は残っています。再開までお待ちください。</p>
      </NotificationBanner>
    );
  }
  if (answer.submittedAt === undefined) {
    return (
      <NotificationBanner
        tone="warning"
        title="この調査は締め切られました。回答が必要な場合は、問い合わせ先へご連絡ください。"
      />
    );
  }
  const correctable = answer.heardBy !== undefined && view.actor.kind === 'hospital' && isAnswerable(round);
  return (
    <NotificationBanner
      tone="success"
      title={answer.state === 'approved' ? '都道府県が回答を承認しました。' : '提出済です。ありがとうございました。'}
    >
      <p>{`提出：${longInstant(answer.submittedAt)}${answer.submittedBy ? `（${answer.submittedBy}）` : ''}`}</p>
      <p>{`${round.release === undefined ? '' : `${longDay(round.release)}に、連携元病院へ提供する予定です。`}${correctable ? '' : '直したいところがあるときは、問い合わせ先へご連絡ください。'}`}</p>
      {answer.heardBy !== undefined && <Heard view={view} by={answer.heardBy} correctable={correctable} />}
    </NotificationBanner>
  );
};

/** Says that the office entered what it heard, and lets the hospital correct it. */
const Heard = ({ view, by, correctable }: { view: SurveyView; by: string; correctable: boolean }): VNode => {
  const { file, csrf, addresses } = view;
  return (
    <>
      <p>{`お電話でうかがった内容を、都道府県が入力しました（${heardWords(by)}）。`}</p>
      {correctable && (
        <form method="post" action={`${addresses.survey}/reopen`}>
          <HiddenFields fields={{ csrf, request: `reopen${file.answer.revision}` }} />
          <Button>内容を訂正する</Button>
        </form>
      )}
    </>
  );
};
