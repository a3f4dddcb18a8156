import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { answerWords } from '#functions/staff/components/state-words.ts';
import type { Updating } from '#lib/usecases/update-released.ts';
import { Turn } from '../../two-people/turn.tsx';
import { updateWords } from './update-words.ts';

export interface UpdatePageProps {
  readonly viewer: Viewer;
  readonly view: Updating;
  readonly problems: readonly FieldProblem[];
}

/** What was released is updated here, by two people: the answers under correction, and which of them would be passed on. */
export function UpdatePage({ viewer, view, problems }: UpdatePageProps): VNode {
  const { round, corrections, ready } = view;
  const path = `/s/rounds/${round.id}`;
  return (
    <StaffLayout
      {...viewer}
      title="提供した内容を更新する"
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: path },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      <h1>提供した内容を更新する</h1>
      <p>{round.title}</p>
      <p>
        提供のあとに修正を認めた回答です。都道府県が承認したものだけを、二人で確かめて提供した内容に反映します。ほかの病院の回答は、提供したときのまま変わりません。前の内容も記録として残ります。
      </p>
      <DataTable
        caption={`提供後の修正（${corrections.length}病院）`}
        columns={[{ label: '病院' }, { label: '都道府県' }, { label: '理由' }, { label: '状態' }, { label: '更新' }]}
        rows={corrections.map((answer) => ({
          key: answer.organisation,
          cells: [
            <a key="name" href={`${path}/answers/${answer.organisation}`}>
              {answer.name}
            </a>,
            prefectureName(answer.prefecture),
            answer.correction?.reason ?? '',
            <State key="state" word={answerWords[answer.state]} />,
            ready.includes(answer) ? '反映します' : 'まだ反映しません',
          ],
        }))}
        empty="修正を認めた回答はありません。回答のページで、病院ごとに認めることができます。"
      />
      <Act viewer={viewer} view={view} problem={messagesByField(problems).get('confirm')} />
    </StaffLayout>
  );
}

/** What this person can do now, unless the update is under way or there is nothing to pass on. */
function Act({ viewer, view, problem }: Omit<UpdatePageProps, 'problems'> & { problem: string | undefined }): VNode {
  const { round, ready, empty } = view;
  if (round.updating && round.job !== undefined)
    return (
      <p>
        更新しています。<a href={`/s/jobs/${round.job}`}>処理の進み具合を見る</a>
      </p>
    );
  if (empty) return <p>反映できる修正はまだありません。</p>;
  return (
    <Turn
      csrf={viewer.csrf}
      path={`/s/rounds/${round.id}/update`}
      words={updateWords}
      before={view}
      proposal={round.updateProposal}
      seen={`${ready.length}病院の修正を反映することを確かめました`}
      button="提供した内容を更新する"
      problem={problem}
    >
      <p>更新すると、修正した病院が一覧に載る相手に、そのことと一覧のリンクをメールで知らせます。</p>
    </Turn>
  );
}
