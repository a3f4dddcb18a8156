import { param } from '#functions/site/request.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { ownPrefecture, type StaffRoute } from './page.ts';

type ResourceOf = NonNullable<StaffRoute['resource']>;

/** The round named in the address; a prefecture has none before it is asked. */
export const roundResource: ResourceOf = async (request, desk) => {
  const round = await readRound(desk, param(request, 'round'));
  if (!round || (round.state === 'preparing' && ownPrefecture(request) !== undefined)) return undefined;
  return { round: round.id };
};

/** The round named in the address together with the prefecture that is asked for, or the person's own. */
export const roundOfPrefecture: ResourceOf = async (request, desk) => {
  const resource = await roundResource(request, desk);
  const prefecture = request.query.get('prefecture') || ownPrefecture(request);
  return resource && { ...resource, ...(prefecture === undefined ? {} : { prefecture }) };
};
