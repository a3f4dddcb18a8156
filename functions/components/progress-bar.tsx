import type { VNode } from 'preact';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Counter of both numbers (件, 問). */
  readonly unit: string;
}

/** How far something is, as a bar and in words. */
export const ProgressBar = ({ label, done, total, unit }: ProgressBarProps): VNode => (
  <p class="progress">
    <span>{`${label} ${done.toLocaleString('en')} / ${total.toLocaleString('en')}${unit}`}</span>
    <progress value={done} max={Math.max(total, 1)} aria-label={label} />
  </p>
);
