import type { Notice, NoticeKind } from '#lib/core/notices/notice.ts';
import type { Contact } from '#lib/core/organisations/organisation.ts';
import type { Write } from '#lib/core/ports.ts';
import { rows } from '#lib/store/rows.ts';
import { sha256 } from './digest.ts';

export interface Occasion {
  readonly round: string;
  readonly kind: NoticeKind;
  readonly organisation: string;
  /** What makes this mail differ from others of its kind to the same recipient: a revision, a rung, a partner. */
  readonly step: string;
  readonly to: Contact;
  readonly vars?: Notice['vars'];
  readonly token?: Notice['token'];
  readonly at: string;
  /** When it may go out; at once where absent. */
  readonly dueAt?: string;
  /** The mail that it follows, which did not arrive. */
  readonly after?: string;
  readonly retry?: number;
  readonly also?: Notice['also'];
  readonly alsoTokens?: Notice['alsoTokens'];
}

/** Id of a mail: its occasion, its recipient, and which retry it is. */
export const noticeId = ({ organisation, kind, step, to, retry = 0 }: Omit<Occasion, 'round' | 'at'>): string =>
  [organisation, kind, step, sha256(to.email).slice(0, 8) + (retry === 0 ? '' : `.${retry}`)].join('#');

/** The step that a mail's id holds. */
export const stepOf = ({ id }: Pick<Notice, 'id'>): string => id.split('#')[2] ?? '';

/** The outbox row of a mail as a write for the transaction that causes it; the same occasion never writes two. */
export function notify(occasion: Occasion): Write {
  const {
    round,
    kind,
    organisation,
    to,
    vars = {},
    token,
    at,
    dueAt = at,
    after,
    also,
    alsoTokens,
    retry = 0,
  } = occasion;
  const row: Notice = {
    round,
    id: noticeId(occasion),
    kind,
    organisation,
    to: to.email,
    toName: to.name,
    vars,
    token,
    state: 'pending',
    attempt: 0,
    dueAt,
    createdAt: at,
    after,
    also,
    alsoTokens,
    ...(retry === 0 ? {} : { retry }),
  };
  return { put: rows.notice.item(row), expect: { absent: true } };
}
