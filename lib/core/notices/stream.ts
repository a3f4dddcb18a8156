import type { NoticeKind } from './notice.ts';

/** Mails that go by an identity and a configuration set of their own, so that what happens to one stream's reputation leaves the others alone. */
export const streams = ['link', 'round', 'announcement'] as const;
export type Stream = (typeof streams)[number];

/** What each stream's domain begins with, before the deployment's mail domain. */
export const subdomains: Readonly<Record<Stream, string>> = { link: 'link.', round: '', announcement: 'news.' };

const byKind: Readonly<Record<Exclude<NoticeKind, 'canary'>, Stream>> = {
  request: 'link',
  heard: 'link',
  returned: 'link',
  list: 'link',
  check: 'round',
  'list-updated': 'link',
  reminder: 'round',
  receipt: 'round',
  approved: 'round',
  approach: 'round',
  colleague: 'link',
  document: 'round',
  'document-again': 'round',
  announcement: 'announcement',
};

/** The stream of a mail: what somebody needs to get in at all goes by `link`, what may be complained about by `round`, what goes to thousands by `announcement`; a canary by the stream that it proves. */
export const streamOf = ({
  kind,
  vars,
}: {
  readonly kind: NoticeKind;
  readonly vars: Readonly<Record<string, unknown>>;
}): Stream => (kind === 'canary' ? (streams.find((stream) => stream === vars.stream) ?? 'round') : byKind[kind]);
