import type { VNode } from 'preact';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Distribution } from '#lib/core/distributions/distribution.ts';

/** Says that a document was withdrawn, and why; nothing where it was not. */
export const Withdrawn = ({ distribution }: { distribution: Pick<Distribution, 'withdrawn'> }): VNode | null =>
  distribution.withdrawn === undefined ? null : (
    <NotificationBanner tone="error" title="この文書は差し止められました。ファイルは開けません。">
      <p class="lines">{distribution.withdrawn.reason}</p>
      <p>{`${longInstant(distribution.withdrawn.at)}差し止め`}</p>
    </NotificationBanner>
  );
