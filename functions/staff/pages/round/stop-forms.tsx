import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Round } from '#lib/core/rounds/round.ts';
import { stopReasonLimit } from '#lib/usecases/stop-round.ts';

export interface StopFormProps {
  readonly viewer: Viewer;
  readonly round: Round;
  /** What was typed before it was refused. */
  readonly typed: string | undefined;
  readonly problem: string | undefined;
}

/** Stops taking answers for now, with the reason that hospitals read. */
export const StopForm = ({ viewer, round, typed, problem }: StopFormProps): VNode => (
  <details open={problem !== undefined}>
    <summary>受付を一時止める</summary>
    <form method="post" action={`/s/rounds/${round.id}/stop`} novalidate class="narrow">
      <HiddenFields fields={{ csrf: viewer.csrf }} />
      <p>止めている間は、病院は入力も提出もできず、督促も送られません。入力された内容は残ります。</p>
      <TextArea
        id="stop-reason"
        label="受付を止める理由"
        required
        help="病院の画面にそのまま表示されます。"
        limit={stopReasonLimit}
        value={typed}
        problem={problem}
      />
      <p class="buttons">
        <Button kind="danger">受付を止める</Button>
      </p>
    </form>
  </details>
);

/** Says that the round is stopped and why, and takes it up again where this person may. */
export const Stopped = ({ viewer, round, may }: Pick<StopFormProps, 'viewer' | 'round'> & { may: boolean }): VNode => (
  <NotificationBanner tone="warning" title="回答の受付を止めています">
    <p class="lines">{round.stoppedFor}</p>
    {may && (
      <form method="post" action={`/s/rounds/${round.id}/reopen`}>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <p class="buttons">
          <Button>受付を再開する</Button>
        </p>
      </form>
    )}
  </NotificationBanner>
);
