import { type PageRequest, param } from '#functions/site/request.ts';
import type { Resource } from '#lib/core/permission/table.ts';

/** The hospital that somebody's link speaks for; '' for anybody else, who is let through to no page of ours. */
export const ownOrganisation = ({ actor }: Pick<PageRequest, 'actor'>): string =>
  actor.kind === 'hospital' ? actor.organisation : '';

/** What the pages on partners act on: the round of the address, for the hospital of the link. */
export const ownRound = (request: PageRequest): Resource => ({
  round: param(request, 'round'),
  organisation: ownOrganisation(request),
});
