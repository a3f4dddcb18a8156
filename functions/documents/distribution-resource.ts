import { param } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import type { Route } from '#functions/site/site.ts';
import { ownPrefecture } from '#functions/staff/page.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { isShownTo, readDistribution } from '#lib/usecases/distributions/read-distributions.ts';

type ResourceOf = NonNullable<Route<Desk>['resource']>;

/** The document named in the address; none for who may not see it. */
export const distributionResource: ResourceOf = async (request, desk) =>
  seen(request.actor, 'distribution.see', await anyDistribution(request, desk));

/** Any document, whoever looks: whose it is, and the person's prefecture where it was sent there. */
const anyDistribution: ResourceOf = async (request, desk) => {
  const found = await readDistribution(desk, param(request, 'document'));
  if (!found) return undefined;
  const prefecture = ownPrefecture(request);
  return {
    office: found.office,
    distribution: found.id,
    ...(prefecture !== undefined && isShownTo(found, prefecture) ? { prefecture } : {}),
  };
};

/** A document that is yet to be kept, or one that is there and whose it is. */
export const ownDistribution: ResourceOf = async (request, desk) =>
  (await anyDistribution(request, desk)) ?? newDistribution(request, desk);

const newDistribution: ResourceOf = ({ actor }) => {
  const office = officeOf(actor);
  return office === undefined ? {} : { office };
};
