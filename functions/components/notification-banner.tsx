import type { ComponentChildren, VNode } from 'preact';
import type { Tone } from './status-label.tsx';

export interface NotificationBannerProps {
  readonly tone?: Exclude<Tone, 'plain'>;
  readonly title: string;
  /** Read out at once: for the result of what was just done. */
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}

const marks = { info: 'お知らせ', success: '完了', warning: '注意', error: '重要' } as const;

/** Something to know on this page, with its weight in words. */
export const NotificationBanner = ({ tone = 'info', title, live, children }: NotificationBannerProps): VNode => (
  <section class={`notice notice--${tone}`} role={live ? 'status' : undefined} aria-label={title}>
    <p class="notice__title">
      <span class="notice__mark">{marks[tone]}</span>
      {title}
    </p>
    {children}
  </section>
);
