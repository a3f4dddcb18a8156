import type { VNode } from 'preact';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Letter } from '#lib/core/ports.ts';

/** A mail as its plain text will go out; the formatted form says the same. */
export const MailPreview = ({ letter }: { letter: Letter }): VNode => (
  <article class="mail" aria-label="メールの見本">
    <SummaryList
      rows={[
        { key: '宛先', value: letter.to },
        { key: '件名', value: letter.subject },
      ]}
    />
    <pre class="mail__text">{letter.text}</pre>
  </article>
);
