import type { ComponentChildren, VNode } from 'preact';

/** How much a state wants attention; the words say it, the colour only helps. */
export type Tone = 'plain' | 'info' | 'success' | 'warning' | 'error';

/** A state in one word (未提出, 差戻し). What is done is 'plain', so that what is left stands out. */
export const StatusLabel = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }): VNode => (
  <span class={`status status--${tone}`}>{children}</span>
);
