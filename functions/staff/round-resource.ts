import { param } from '#functions/site/request.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { seesRound } from '#lib/core/rounds/round.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { ownPrefecture, type StaffRoute } from './page.ts';

type ResourceOf = NonNullable<StaffRoute['resource']>;

/** The round named in the address with the office whose own it is; there is none for an office that may not see it. */
export const roundResource: ResourceOf = (request, desk) => seenRound(request, desk, param(request, 'round'));

/** The same of any round, by its id. */
export async function seenRound(request: Parameters<ResourceOf>[0], desk: Parameters<ResourceOf>[1], id: string) {
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
