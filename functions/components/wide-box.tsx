import type { ComponentChildren, VNode } from 'preact';

/** A drawing that needs its width; it scrolls in its own box where the screen is narrow. */
export const WideBox = ({ label, children }: { label: string; children: ComponentChildren }): VNode => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  <section class="wide-box" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
