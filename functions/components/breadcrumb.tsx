import type { VNode } from 'preact';

/** The way back up; the last place is the page itself and no link. */
export const Breadcrumb = ({ places }: { places: readonly { label: string; href?: string }[] }): VNode => (
  <nav class="breadcrumb" aria-label="現在の場所">
    <ol>
      {places.map(({ label, href }) => (
        <li key={label} aria-current={href === undefined ? 'page' : undefined}>
          {href === undefined ? label : <a href={href}>{label}</a>}
        </li>
      ))}
    </ol>
  </nav>
);
