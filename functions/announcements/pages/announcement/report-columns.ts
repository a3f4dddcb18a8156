import type { DomainLine } from '#lib/core/announcements/domain-report.ts';

/** Columns of the report by mail domain, on the page and in the file. */
export const reportColumns: readonly { readonly of: Exclude<keyof DomainLine, 'domain'>; readonly label: string }[] = [
  { of: 'mails', label: '宛先' },
  { of: 'sent', label: '送信済' },
  { of: 'delivered', label: '配達済' },
  { of: 'bounced', label: '不達' },
  { of: 'softBounced', label: '一時不達' },
  { of: 'complained', label: '苦情' },
  { of: 'unsubscribed', label: '配信停止' },
  { of: 'notSent', label: '送らず' },
  { of: 'unknown', label: '送信結果不明' },
  { of: 'waiting', label: '送信待ち' },
];
