import { field } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import { readOutbox } from '#lib/usecases/outbox.ts';
import type { StaffRoute } from './page.ts';
import { seenRound } from './round-resource.ts';

/** What a mail belongs to, a round, a document or an announcement: its key holds what no path could, so a look's query or an act's form names it, never the other. */
export const outboxOfMail: NonNullable<StaffRoute['resource']> = async (request, desk) => {
  const id = (request.method === 'GET' ? request.query.get('round') : field(request, 'round')) ?? '';
  const outbox = id === '' ? undefined : await readOutbox(desk, id);
  if (!outbox || outbox.kind === 'round') return seenRound(request, desk, id);
  return seen(request.actor, 'notice.see', { office: outbox.office });
};
