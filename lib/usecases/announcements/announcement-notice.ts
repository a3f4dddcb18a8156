import { outboxOf } from '#lib/core/announcements/announcement.ts';
import { domainOf, type Recipient } from '#lib/core/announcements/recipient.ts';
import type { Notice } from '#lib/core/notices/notice.ts';

/** The outbox row of one announcement to one person; its id is deterministic, so that nobody is written to twice. */
export const announcementNotice = (of: {
  readonly announcement: string;
  readonly wording: number;
  readonly id: string;
  readonly to: Pick<Recipient, 'email' | 'name' | 'university' | 'prefecture' | 'year'>;
  readonly at: string;
}): Notice => ({
  round: outboxOf(of.announcement),
  id: of.id,
  kind: 'announcement',
  organisation: '',
  to: of.to.email,
  toName: of.to.name,
  vars: {
    wording: of.wording,
    domain: domainOf(of.to.email),
    university: of.to.university,
    prefecture: of.to.prefecture,
    year: of.to.year,
  },
  state: 'pending',
  attempt: 0,
  dueAt: of.at,
  createdAt: of.at,
});
