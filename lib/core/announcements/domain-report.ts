import type { Notice, NoticeState } from '../notices/notice.ts';

/** What became of an announcement's mails at one mail domain. */
export interface DomainLine {
  readonly domain: string;
  readonly mails: number;
  /** Handed over to SES, whatever became of them then. */
  readonly sent: number;
  readonly delivered: number;
  /** For good: nothing is sent to these addresses any more. */
  readonly bounced: number;
  readonly softBounced: number;
  readonly complained: number;
  /** Not sent: the address was dead, or its owner wants no more, or it was stopped. */
  readonly notSent: number;
  readonly unknown: number;
  readonly waiting: number;
  readonly unsubscribed: number;
}

type Column = Exclude<keyof DomainLine, 'domain' | 'mails' | 'unsubscribed'>;

const columnsOf: Readonly<Record<NoticeState, readonly Column[]>> = {
  pending: ['waiting'],
  sending: ['waiting'],
  sent: ['sent'],
  delayed: ['sent'],
  delivered: ['sent', 'delivered'],
  'soft-bounced': ['sent', 'softBounced'],
  bounced: ['sent', 'bounced'],
  complained: ['sent', 'delivered', 'complained'],
  rejected: ['notSent'],
  withheld: ['notSent'],
  stopped: ['notSent'],
  unknown: ['unknown'],
};

const none = {
  mails: 0,
  sent: 0,
  delivered: 0,
  bounced: 0,
  softBounced: 0,
  complained: 0,
  notSent: 0,
  unknown: 0,
  waiting: 0,
  unsubscribed: 0,
};

/** The report of an announcement: a line a mail domain, most mails first. `unsubscribed` names the domain of each who unsubscribed by its link. */
export function domainReport(
  notices: readonly Pick<Notice, 'state' | 'vars'>[],
  unsubscribed: readonly string[],
): readonly DomainLine[] {
  const lines = new Map<string, { domain: string } & { -readonly [Name in keyof typeof none]: number }>();
  const lineOf = (domain: string) => {
    const line = lines.get(domain) ?? { domain, ...none };
    lines.set(domain, line);
    return line;
  };
  for (const { state, vars } of notices) {
    const line = lineOf(String(vars.domain ?? ''));
    line.mails++;
    for (const column of columnsOf[state]) line[column]++;
  }
  for (const domain of unsubscribed) lineOf(domain).unsubscribed++;
  return [...lines.values()].sort((a, b) => b.mails - a.mails || (a.domain < b.domain ? -1 : 1));
}

const columns = Object.keys(none).filter((name): name is keyof typeof none => name in none);

/** All domains together. */
export function totalOf(lines: readonly DomainLine[]): Omit<DomainLine, 'domain'> {
  const total = { ...none };
  for (const line of lines) for (const column of columns) total[column] += line[column];
  return total;
}
