import { addressee } from '#lib/core/distributions/addressee.ts';
import { correction, distribution, documentLink } from '#lib/core/distributions/distribution.ts';
import { distributionKeys, distributionLists } from '#lib/store/distribution-keys.ts';
import { epoch, rowOf } from '#lib/store/row.ts';

/** What the table holds of documents that are sent out; apart from the other rows, so that only functions that need it carry it. */
export const distributionRows = {
  distribution: rowOf(
    distribution,
    ({ id }) => distributionKeys.distribution(id),
    ({ id, createdAt, state, sendAt }) => ({
      gsi1pk: distributionLists.distributions(),
      gsi1sk: `${createdAt}#${id}`,
      ...(state === 'scheduled' ? { gsi2pk: distributionLists.dueDistributions(), gsi2sk: sendAt } : {}),
    }),
  ),
  addressee: rowOf(addressee, (one) => distributionKeys.addressee(one.distribution, one.prefecture, one.organisation)),
  correction: rowOf(correction, (one) => distributionKeys.correction(one.distribution, one.by)),
  documentLink: rowOf(
    documentLink,
    ({ tokenHash }) => distributionKeys.documentLink(tokenHash),
    ({ expiresAt }) => ({ ttl: epoch(expiresAt, 30) }),
  ),
} as const;
