import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Round } from '#lib/core/rounds/round.ts';

export interface EndFormProps {
  readonly viewer: Viewer;
  readonly round: Round;
  /** Hospitals that still owe an answer. */
  readonly owing: number;
  readonly problem: string | undefined;
}

/** Ends a round whose answers are handed to nobody. */
export const EndForm = ({ viewer, round, owing, problem }: EndFormProps): VNode => (
  <form method="post" action={`/s/rounds/${round.id}/end`} novalidate>
    <h2>調査を終える</h2>
    <HiddenFields fields={{ csrf: viewer.csrf }} />
    <p>{`終えると、回答を受け付けず、督促も送りません。まだ回答していない病院は${owing}病院です。集まった回答は残り、いつでも見られます。`}</p>
    <Tick id="end-confirm" label="この調査を終えることを確かめました" problem={problem} />
    <p class="buttons">
      <Button kind="primary">調査を終える</Button>
    </p>
  </form>
);
