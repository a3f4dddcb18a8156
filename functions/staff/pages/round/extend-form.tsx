import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DateField, type DateParts, partsOfDay } from '#functions/components/fields/date-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Round } from '#lib/core/rounds/round.ts';

export interface ExtendFormProps {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly typed: DateParts | undefined;
  readonly problem: string | undefined;
}

/** Moves the due day. */
export const ExtendForm = ({ viewer, round, typed, problem }: ExtendFormProps): VNode => (
  <form method="post" action={`/s/rounds/${round.id}/extend`} novalidate class="narrow">
    <h2>回答期限を変える</h2>
    <HiddenFields fields={{ csrf: viewer.csrf }} />
    <DateField
      id="due"
      label="新しい回答期限"
      required
      help={`${round.release === undefined ? '' : `提供日（${longDay(round.release)}）より前の日にします。`}督促は新しい期限に合わせて送られます。`}
      value={typed ?? partsOfDay(round.due)}
      problem={problem}
    />
    <p class="buttons">
      <Button>回答期限を変える</Button>
    </p>
  </form>
);
