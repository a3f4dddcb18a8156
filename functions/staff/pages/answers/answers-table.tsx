import type { ComponentChildren, VNode } from 'preact';
import { type ColumnHead, DataTable } from '#functions/components/data-table.tsx';
import { daysLeftWords } from '#functions/staff/components/days-left.ts';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { State } from '#functions/staff/components/state.tsx';
import { answerWords } from '#functions/staff/components/state-words.ts';
import { dayOfInstant, daysBetween } from '#lib/core/calendar/day.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { type Answer, isReviewable, owes } from '#lib/core/rounds/answer.ts';
import type { MailStanding } from '#lib/usecases/read-round.ts';
import type { AnswersView } from './load-answers.ts';

interface AnswerColumn extends ColumnHead {
  readonly cell: (answer: Answer) => ComponentChildren;
  readonly shown?: boolean;
}

const mailWords: Readonly<Record<MailStanding, string>> = {
  waiting: '送信待ち',
  sent: '送信済',
  delivered: '配達済',
  delayed: '一時不達',
  unreachable: '届かない',
  unknown: '送信結果不明',
  none: '送っていない',
};

/** The table's lines; `choosing` adds a box to tick for each answer that waits for review. */
export function AnswersTable({ view, choosing }: { view: AnswersView; choosing: boolean }): VNode {
  const { round, answers, mail, confined, asOf } = view;
  const left = daysLeftWords(daysBetween(dayOfInstant(asOf), round.due));
  const all: readonly AnswerColumn[] = [
    {
      label: '病院',
      cell: ({ organisation, name }) => <a href={`/s/rounds/${round.id}/answers/${organisation}`}>{name}</a>,
    },
    { label: '選ぶ', shown: choosing, cell: (answer) => isReviewable(answer.state) && <Box answer={answer} /> },
    { label: '都道府県', shown: confined === undefined, cell: ({ prefecture }) => prefectureName(prefecture) },
    { label: '状態', cell: ({ state }) => <State word={answerWords[state]} /> },
    { label: '期限まで', cell: ({ state }) => (owes(state) ? left : '') },
    {
      label: '提出日時',
      wide: true,
      cell: ({ submittedAt }) => (submittedAt === undefined ? '' : longInstant(submittedAt)),
    },
    { label: '電話', wide: true, cell: ({ telephone }) => telephone ?? '登録なし' },
    { label: 'メール', cell: ({ organisation }) => mailWords[mail.get(organisation) ?? 'none'] },
  ];
  const columns = all.filter(({ shown = true }) => shown);
  return (
    <DataTable
      caption="回答の一覧"
      captionHidden
      columns={columns}
      rows={answers.map((answer) => ({ key: answer.organisation, cells: columns.map(({ cell }) => cell(answer)) }))}
      empty="この条件に合う病院はありません。"
    />
  );
}

const Box = ({ answer: { organisation, revision, name } }: { answer: Answer }): VNode => (
  <input class="box" type="checkbox" name="answer" value={`${organisation}@${revision}`} aria-label={`${name}を選ぶ`} />
);
