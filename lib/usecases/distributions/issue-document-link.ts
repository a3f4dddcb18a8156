import { later } from '#lib/core/calendar/later.ts';
import { documentLinkDays } from '#lib/core/distributions/distribution.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { World, Write } from '#lib/core/ports.ts';
import { tokenHash, tokenOf } from '../link-token.ts';
import { distributionRows } from './distribution-rows.ts';

/** A fresh link to a document for one recipient: the token that goes into the mail, and the write that makes it valid. */
export function issueDocumentLink(
  world: World,
  distribution: string,
  organisation: Pick<Organisation, 'id' | 'prefecture'>,
  name: string,
): { readonly token: string; readonly write: Write } {
  const token = tokenOf(world.secret());
  const expiresAt = later(world.now(), { days: documentLinkDays });
  const link = {
    tokenHash: tokenHash(token),
    distribution,
    organisation: organisation.id,
    prefecture: organisation.prefecture,
    name,
    expiresAt,
  };
  return { token, write: { put: distributionRows.documentLink.item(link), expect: { absent: true } } };
}
