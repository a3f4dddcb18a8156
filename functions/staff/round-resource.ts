import { param } from '#functions/site/request.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { seesRound } from '#lib/core/rounds/round.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { ownPrefecture, type StaffRoute } from './page.ts';

type ResourceOf = NonNullable<StaffRoute['resource']>;

/** The round named in the address with the office whose own it is; there is none for an office that may not see it. */
export const roundResource: ResourceOf = async (request, desk) => {
  const round = await readRound(desk, param(request, 'round'));
  if (!round || (officeOf(request.actor) !== undefined && !seesRound(request.actor, round))) return undefined;
  return { round: round.id, office: ownerOf(round) };
};

/** The round named in the address together with the prefecture that is asked for, or the person's own. */
export const roundOfPrefecture: ResourceOf = async (request, desk) => {
  const resource = await roundResource(request, desk);
  const prefecture = request.query.get('prefecture') || ownPrefecture(request);
  return resource && { ...resource, ...(prefecture === undefined ? {} : { prefecture }) };
};
