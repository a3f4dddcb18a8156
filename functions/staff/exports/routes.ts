import { field, param } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import { readExport } from '#lib/usecases/exports/read-exports.ts';
import { ownPrefecture } from '../page.ts';
import { roundOfPrefecture, roundResource } from '../round-resource.ts';
import type { ExportsRoute } from './exports-desk.ts';
import { getExports } from './pages/exports/get-exports.tsx';
import { postExport } from './pages/exports/post-export.tsx';
import { postTake } from './pages/exports/post-take.tsx';

type ResourceOf = NonNullable<ExportsRoute['resource']>;

/** The round together with the prefecture whose answers are asked for: the posted one, or the person's own. */
const ordered: ResourceOf = async (request, desk) => {
  const resource = await roundResource(request, desk);
  const prefecture = field(request, 'prefecture') || ownPrefecture(request);
  return resource && { ...resource, ...(prefecture === undefined ? {} : { prefecture }) };
};

/** An export that is there, with the prefecture to which it is confined; one of the nation belongs to no prefecture. None for who may not take it. */
const taken: ResourceOf = async (request, desk) => {
  const found = await readExport(desk, param(request, 'round'), param(request, 'export'));
  const { prefecture } = found ?? {};
  return seen(
    request.actor,
    'export.take',
    found && { round: found.round, ...(prefecture === undefined ? {} : { prefecture }) },
  );
};

const list = '/s/rounds/{round}/exports';

/** Exports of a round's answers, a line a page; a function of its own, since it alone reaches stored files. */
export const routes: readonly ExportsRoute[] = [
  { method: 'GET', path: list, action: 'export.list', resource: roundOfPrefecture, page: getExports },
  { method: 'POST', path: list, action: 'export.order', resource: ordered, page: postExport },
  { method: 'POST', path: `${list}/{export}/{file}`, action: 'export.take', resource: taken, page: postTake },
];
