import type { VNode } from 'preact';
import type { NoticeStanding } from '#lib/core/notices/notice.ts';

interface UnknownMailsProps {
  readonly mails: readonly Pick<NoticeStanding, 'state'>[];
  /** Where the mails lie. */
  readonly outbox: string;
}

/** Leads to the mails of which nobody knows whether they went out, for whoever decides about them; nothing where there is none. */
export function UnknownMails({ mails, outbox }: UnknownMailsProps): VNode | null {
  const count = mails.filter(({ state }) => state === 'unknown').length;
  return count === 0 ? null : (
    <p>
      <a href={`/s/notices?${new URLSearchParams({ round: outbox, state: 'unknown' })}`}>
        {`送信結果不明のメールが${count.toLocaleString('en')}通あります。再送するかどうかを決める`}
      </a>
    </p>
  );
}
