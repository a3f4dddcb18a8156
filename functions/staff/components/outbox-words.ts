import type { Outbox } from '#lib/usecases/outbox.ts';

/** What a mail belongs to, by its kind. */
export const outboxWords: Readonly<Record<Outbox['kind'], string>> = {
  round: '調査',
  document: '文書',
  announcement: 'お知らせ',
};

const rooms: Readonly<Record<Outbox['kind'], string>> = {
  round: 'rounds',
  document: 'documents',
  announcement: 'announcements',
};

/** The page of what a mail belongs to. */
export const outboxPage = ({ kind, of }: Pick<Outbox, 'kind' | 'of'>): string => `/s/${rooms[kind]}/${of}`;

/** Its title among others of every kind: a round by its own, all else with its kind before it. */
export const outboxTitle = ({ kind, title }: Pick<Outbox, 'kind' | 'title'>): string =>
  kind === 'round' ? title : `${outboxWords[kind]}：${title}`;
