import { type PageRequest, param } from '#functions/site/request.ts';
import type { Resource } from '#lib/core/permission/table.ts';

/** The hospital that is signed in; '' where nobody or staff are, whom the permission table refuses. */
export const ownOrganisation = ({ actor }: Pick<PageRequest, 'actor'>): string =>
  actor.kind === 'hospital' ? actor.organisation : '';

/** The signed-in hospital's own answer to the round in the address. */
export const ownAnswer = (request: PageRequest): Resource => ({
  round: param(request, 'round'),
  organisation: ownOrganisation(request),
});
