import type { VNode } from 'preact';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Letter } from '#lib/core/ports.ts';

/** A mail as its plain text goes out; the formatted form says the same. */
export const MailPreview = ({ letter, label = 'メールの見本' }: { letter: Letter; label?: string }): VNode => (
  <article class="mail" aria-label={label}>
    <SummaryList
      rows={[
        { key: '宛先', value: letter.to },
        { key: '件名', value: letter.subject },
      ]}
    />
    <pre class="mail__text">{letter.text}</pre>
  </article>
);
