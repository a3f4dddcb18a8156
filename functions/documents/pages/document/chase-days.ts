import { type Day, dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Addressee } from '#lib/core/distributions/addressee.ts';
import type { Notice } from '#lib/core/notices/notice.ts';

/** The JST days on which a document was sent again to an organisation, oldest first, from its mails. */
export const chaseDays = ({ chasedOn }: Pick<Addressee, 'chasedOn'>, mails: readonly Notice[]): readonly Day[] => {
  const again = mails.filter(({ kind, after }) => kind === 'document-again' && after === undefined);
  const days = again.map(({ createdAt }) => dayOfInstant(createdAt));
  return [...new Set([...days, ...(chasedOn === undefined ? [] : [chasedOn])])].sort();
};
