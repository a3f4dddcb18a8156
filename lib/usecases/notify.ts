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
  readonly token?: string;
  readonly at: string;
}

/** The outbox row of a mail as a write for the transaction that causes it; the same occasion never writes two. */
export function notify(occasion: Occasion): Write {
  const { round, kind, organisation, step, to, vars = {}, token, at } = occasion;
  const row: Notice = {
    round,
    id: [organisation, kind, step, sha256(to.email).slice(0, 8)].join('#'),
    kind,
    organisation,
    to: to.email,
    toName: to.name,
    vars,
    token,
    state: 'pending',
    attempt: 0,
    dueAt: at,
    createdAt: at,
  };
  return { put: rows.notice.item(row), expect: { absent: true } };
}
