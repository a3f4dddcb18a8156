import type { ComponentChildren, VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { ReleaseProposal } from '#lib/core/rounds/release-proposal.ts';
import type { BeforeTwo } from '#lib/usecases/two-people.ts';
import type { TwoWords } from './said-by-two.ts';

export interface TurnProps {
  readonly csrf: string;
  /** Where the second confirms; the first asks below it. */
  readonly path: string;
  readonly words: TwoWords;
  readonly before: BeforeTwo;
  readonly proposal: ReleaseProposal | undefined;
  /** What whoever presses says to have seen. */
  readonly seen: string;
  /** The second's button. */
  readonly button: string;
  readonly problem: string | undefined;
  /** Said before the button. */
  readonly children?: ComponentChildren;
}

/** What this person can do now, of two: ask, wait, or confirm what another asked. */
export function Turn(props: TurnProps): VNode {
  const { csrf, path, words, before, proposal, seen, button, problem, children } = props;
  const { standing, covers } = before;
  const asked = proposal ? `${proposal.name}さんが${longInstant(proposal.at)}に${words.act}を依頼しました。` : '';
  if (standing === 'own')
    return (
      <>
        <NotificationBanner tone="info" title="別の担当者の確認を待っています">
          <p>{`${asked}別の担当者がこのページで同じ内容を確かめると、${words.act}されます。その前に回答が変わったときは、依頼はなかったことになります。`}</p>
        </NotificationBanner>
        <Withdraw {...props} />
      </>
    );
  const second = standing === 'given';
  return (
    <>
      {second && (
        <NotificationBanner tone="info" title="あなたの確認を待っています">
          <p>{asked}</p>
        </NotificationBanner>
      )}
      {standing === 'lapsed' && (
        <NotificationBanner tone="warning" title="前の依頼は無効になりました">
          <p>{`${asked}その後に回答が変わったため、依頼からやり直してください。`}</p>
        </NotificationBanner>
      )}
      {children}
      <form method="post" action={second ? path : `${path}/propose`} novalidate>
        <HiddenFields fields={{ csrf, covers }} />
        <Tick id="confirm" label={seen} problem={problem} />
        <p class="buttons">
          <Button kind="primary">{second ? button : '別の担当者に確認を頼む'}</Button>
        </p>
      </form>
      {second && <Withdraw {...props} />}
    </>
  );
}

/** Takes back what was asked, whoever of the two looks at it. */
const Withdraw = ({ csrf, path, words }: TurnProps): VNode => (
  <form method="post" action={`${path}/withdraw`}>
    <HiddenFields fields={{ csrf }} />
    <p class="buttons">
      <Button kind="danger">{`${words.act}の依頼を取り下げる`}</Button>
    </p>
  </form>
);
