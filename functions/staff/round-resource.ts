import { field, param } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { seesRound } from '#lib/core/rounds/round.ts';
import { readOutbox } from '#lib/usecases/outbox.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { ownPrefecture, type StaffRoute } from './page.ts';

type ResourceOf = NonNullable<StaffRoute['resource']>;

/** The round named in the address with the office whose own it is; there is none for an office that may not see it. */
export const roundResource: ResourceOf = (request, desk) => seenRound(request, desk, param(request, 'round'));

/** The same of what a mail belongs to, a round, a document or an announcement: its key holds what no path could, so a look's query or an act's form names it, never the other. */
export const outboxOfMail: ResourceOf = async (request, desk) => {
  const id = (request.method === 'GET' ? request.query.get('round') : field(request, 'round')) ?? '';
  const outbox = id === '' ? undefined : await readOutbox(desk, id);
  if (!outbox || outbox.kind === 'round') return seenRound(request, desk, id);
  return seen(request.actor, 'notice.see', { office: outbox.office });
};

async function seenRound(request: Parameters<ResourceOf>[0], desk: Parameters<ResourceOf>[1], id: string) {
  const round = id === '' ? undefined : await readRound(desk, id);
  if (!round || !seesRound(request.actor, round)) return undefined;
  return { round: round.id, office: ownerOf(round) };
}

/** The round named in the address together with the prefecture that is asked for, or the person's own. */
export const roundOfPrefecture: ResourceOf = async (request, desk) => {
  const resource = await roundResource(request, desk);
  const prefecture = request.query.get('prefecture') || ownPrefecture(request);
  return resource && { ...resource, ...(prefecture === undefined ? {} : { prefecture }) };
};
