import type { ComponentChildren, VNode } from 'preact';
import { Layout } from '#functions/components/layout.tsx';
import { dueWords } from './due-words.ts';
import type { SurveyView } from './survey-view.ts';

export interface SurveyLayoutProps {
  readonly view: SurveyView;
  readonly title: string;
  readonly invalid?: boolean;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** The frame of a hospital's answer pages: 未提出 stays in sight until it is submitted. */
export const SurveyLayout = ({ view, title, invalid, scripts, children }: SurveyLayoutProps): VNode => (
  <Layout
    title={`${title}｜${view.round.title}`}
    actor={view.actor}
    csrf={view.csrf}
    invalid={invalid ?? false}
    scripts={scripts ?? ['landing']}
    banner={view.addresses.answer ? <Telephone view={view} /> : view.editable && <Unsubmitted view={view} />}
  >
    {children}
  </Layout>
);

const Telephone = ({ view: { addresses, file, actor } }: { view: SurveyView }): VNode => (
  <p>
    <strong>電話での聞き取り</strong>
    {`　${file.answer.name}の回答を、${'name' in actor ? actor.name : ''}の名前で入力しています。病院にも、この名前が表示されます。　`}
    <a href={addresses.answer ?? ''}>回答の確認に戻る</a>
  </p>
);

const Unsubmitted = ({ view: { round, today, progress, file, addresses } }: { view: SurveyView }): VNode => (
  <p>
    <strong>{unsubmittedWords(file.answer)}</strong>
    {`　まだ提出されていません。期限 ${dueWords(round.due, today)}　`}
    {progress.obstacles.length === 0 && <a href={addresses.check}>確認して提出する</a>}
  </p>
);

/** 「訂正中」 where nobody asked: the hospital took back what was heard by telephone. */
const unsubmittedWords = ({ state, returned }: SurveyView['file']['answer']): string => {
  if (state !== 'returned') return '未提出';
  return returned?.reason === '' ? '訂正中・未提出' : '差戻し中・未提出';
};
