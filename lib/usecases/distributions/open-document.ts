import type { Addressee } from '#lib/core/distributions/addressee.ts';
import type { Distribution } from '#lib/core/distributions/distribution.ts';
import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { tokenHash } from '../link-token.ts';
import { openSession } from '../sessions.ts';
import type { FetchedFile, FilesDesk } from '../take-file.ts';
import { fetchDocumentFile } from './attach-file.ts';
import { distributionRows } from './distribution-rows.ts';

/** Opens a document's link by its button: a session for that organisation and document, with no record of it having been read. May be repeated. */
export async function redeemDocumentLink(
  desk: Pick<Desk, 'table' | 'world'>,
  token: string,
): Promise<Result<{ readonly distribution: string; readonly secret: string }, 'unknown' | 'expired'>> {
  const key = distributionKeys.documentLink(tokenHash(token));
  const link = await find(desk.table, distributionRows.documentLink, key);
  if (!link) return refuse('unknown');
  if (link.expiresAt <= desk.world.now()) return refuse('expired');
  const { organisation, prefecture, distribution, name } = link;
  const actor: Actor = { kind: 'addressee', organisation, prefecture, distribution, name };
  return ok({ distribution, secret: await openSession(desk, actor) });
}

/** Fetches a file for an organisation that the document was sent to, and records who opened it first; who comes later changes nothing. Of a withdrawn document there is none. */
export async function openDocumentFile(
  desk: Pick<FilesDesk, 'table' | 'world' | 'files'>,
  actor: Actor,
  distribution: Distribution,
  wish: { readonly addressee: Pick<Addressee, 'prefecture' | 'organisation'>; readonly file: string },
): Promise<FetchedFile | undefined> {
  const file = distribution.state === 'withdrawn' ? undefined : await fetchDocumentFile(desk, distribution, wish.file);
  if (!file) return undefined;
  const { prefecture, organisation } = wish.addressee;
  await desk.table.write({
    update: distributionKeys.addressee(distribution.id, prefecture, organisation),
    set: { openedAt: desk.world.now(), openedBy: personName(actor), openedFile: file.name },
    expect: { equals: { organisation }, before: { openedAt: '0' } },
  });
  return file;
}
