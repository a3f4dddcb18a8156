import type { ComponentChildren, VNode } from 'preact';
import type { Job } from '#lib/core/jobs/job.ts';

interface LiveJobProps {
  readonly state: Job['state'] | undefined;
  readonly children: ComponentChildren;
}

/** What changes on a page while a job runs: drawn anew by the script `watch-job`; without scripts the whole page comes again. */
export const LiveJob = ({ state, children }: LiveJobProps): VNode => (
  <>
    {state === 'running' && (
      <noscript>
        <meta http-equiv="refresh" content="5" />
      </noscript>
    )}
    <div id="job" data-state={state} aria-live="polite">
      {children}
    </div>
  </>
);
