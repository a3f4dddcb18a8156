import { type PageRequest, param } from '#functions/site/request.ts';
import type { Resource } from '#lib/core/permission/table.ts';

/** The hospital whose answer a page is about: the one that is signed in, or for an office the one in the address; '' where there is none. */
export const ownOrganisation = ({ actor, params }: Pick<PageRequest, 'actor' | 'params'>): string =>
  actor.kind === 'hospital' ? actor.organisation : (params.organisation ?? '');

/** The signed-in hospital's own answer to the round in the address. */
export const ownAnswer = (request: PageRequest): Resource => ({
  round: param(request, 'round'),
  organisation: ownOrganisation(request),
});
