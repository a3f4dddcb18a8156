import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { answerWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { ReleaseProposal } from '#lib/core/rounds/release-proposal.ts';
import type { Updating } from '#lib/usecases/update-released.ts';

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
      <Turn viewer={viewer} view={view} problem={messagesByField(problems).get('confirm')} />
    </StaffLayout>
  );
}

type TurnProps = Omit<UpdatePageProps, 'problems'> & { readonly problem: string | undefined };

/** What this person can do now. */
function Turn({ viewer, view, problem }: TurnProps): VNode | null {
  const { round, ready, standing, covers } = view;
  const path = `/s/rounds/${round.id}/update`;
  if (round.updating && round.job !== undefined)
    return (
      <p>
        更新しています。<a href={`/s/jobs/${round.job}`}>処理の進み具合を見る</a>
      </p>
    );
  if (ready.length === 0) return <p>反映できる修正はまだありません。</p>;
  if (standing === 'own')
    return (
      <NotificationBanner tone="info" title="別の担当者の確認を待っています">
        <p>{`${askedWords(round.updateProposal)}別の担当者がこのページで同じ内容を確かめると、更新されます。その前に回答が変わったときは、依頼はなかったことになります。`}</p>
      </NotificationBanner>
    );
  const second = standing === 'given';
  return (
    <>
      {second && (
        <NotificationBanner tone="info" title="あなたの確認を待っています">
          <p>{askedWords(round.updateProposal)}</p>
        </NotificationBanner>
      )}
      {standing === 'lapsed' && (
        <NotificationBanner tone="warning" title="前の依頼は無効になりました">
          <p>{`${askedWords(round.updateProposal)}その後に回答が変わったため、依頼からやり直してください。`}</p>
        </NotificationBanner>
      )}
      <p>更新すると、修正した病院が一覧に載る相手に、そのことと一覧のリンクをメールで知らせます。</p>
      <form method="post" action={second ? path : `${path}/propose`} novalidate>
        <HiddenFields fields={{ csrf: viewer.csrf, covers }} />
        <Tick id="confirm" label={`${ready.length}病院の修正を反映することを確かめました`} problem={problem} />
        <p class="buttons">
          <Button kind="primary">{second ? '提供した内容を更新する' : '別の担当者に確認を頼む'}</Button>
        </p>
      </form>
    </>
  );
}

const askedWords = (proposal: ReleaseProposal | undefined): string =>
  proposal ? `${proposal.name}さんが${longInstant(proposal.at)}に更新を依頼しました。` : '';
