import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { DrainLine } from '#functions/staff/components/drain-line.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { answerWords } from '#functions/staff/components/state-words.ts';
import { StepsTable } from '#functions/staff/components/steps-table.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { AnswerState } from '#lib/core/rounds/answer.ts';
import { isQuiet } from '#lib/core/rounds/round.ts';
import type { RemindersView } from './load-reminders.ts';

export interface RemindersPageProps {
  readonly viewer: Viewer;
  readonly view: RemindersView;
  readonly problems: readonly FieldProblem[];
  readonly said: string | undefined;
}

/** What a reminder says to a hospital in each state. */
const wording: Readonly<Partial<Record<AnswerState, string>>> = {
  unopened: 'まだ回答を始めていないようです',
  opened: '入力がまだ始まっていないようです',
  drafting: '途中まで保存されています。残りを入力してください',
  complete: '入力は済んでいますが、提出されていません',
  returned: '修正と再提出が済んでいません',
};

/** A round's reminders: who would get one now and what it says, the steps, and the buttons to send, pause and take up again. */
export function RemindersPage({ viewer, view, problems, said }: RemindersPageProps): VNode {
  const { round, owing, notices, asOf } = view;
  const path = `/s/rounds/${round.id}`;
  const total = [...owing.values()].reduce((sum, count) => sum + count, 0);
  const quiet = isQuiet(round);
  const hidden = <HiddenFields fields={{ csrf: viewer.csrf }} />;
  return (
    <StaffLayout
      {...viewer}
      title="督促"
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: path },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} title="操作できませんでした" />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>{`督促（${round.title}）`}</h1>
      {quiet && (
        <NotificationBanner tone="warning" title="督促を休止しています">
          <p>{`${longInstant(round.remindersPausedAt ?? asOf)}から、予定の督促は送られません。`}</p>
        </NotificationBanner>
      )}
      <h2>いま督促の対象になる病院</h2>
      <AsOf count={total} unit="病院" at={asOf} />
      <DataTable
        caption="状態ごとの病院数と、督促の文"
        columns={[{ label: '状態' }, { label: '病院数', numeric: true }, { label: '督促の文' }]}
        rows={[...owing].map(([state, count]) => ({
          key: state,
          cells: [
            <State key="state" word={answerWords[state]} />,
            `${count.toLocaleString('en')}病院`,
            wording[state] ?? '',
          ],
        }))}
        empty="督促の対象になる病院はありません。"
      />
      <p>文は送るときの状態で決まります。その前に提出した病院には送りません。同じ宛先には1日に1通だけ送ります。</p>
      {round.state === 'open' && total > 0 && (
        <form method="post" action={`${path}/reminders/now`}>
          {hidden}
          <p class="buttons">
            <Button kind="primary">{`${total.toLocaleString('en')}病院に今すぐ送る`}</Button>
          </p>
        </form>
      )}
      <h2>予定と実績</h2>
      <StepsTable {...view} />
      <DrainLine notices={notices} asOf={asOf} />
      {round.state === 'open' && (
        <form method="post" action={`${path}/reminders/${quiet ? 'resume' : 'pause'}`}>
          {hidden}
          <h2>{quiet ? '督促を再開する' : '督促を休止する'}</h2>
          <p>
            {quiet
              ? '次の予定から送ります。休止中に過ぎた分は送りません。'
              : '再開するまで、予定の督促を送りません。回答の受付は続きます。'}
          </p>
          <p class="buttons">
            <Button>{quiet ? '督促を再開する' : '督促を休止する'}</Button>
          </p>
        </form>
      )}
    </StaffLayout>
  );
}
