import { distributionIn } from '#lib/core/distributions/distribution.ts';
import { type Gathered, gatheredIn, isDocumentMail, linkOf, type Notice } from '#lib/core/notices/notice.ts';
import type { Write } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { issueDocumentLink } from './distributions/issue-document-link.ts';
import { issueLink } from './issue-link.ts';

/** The secrets that a mail takes with it, and the writes that make its links valid. */
export interface FreshLinks {
  readonly tokens: { readonly token?: string; readonly alsoTokens?: Record<string, string> };
  readonly writes: readonly Write[];
}

/** New links for a mail whose old ones were forgotten when it went out: its own, and those of the rounds gathered in it. */
export async function freshLinks(
  { table, world }: Pick<Desk, 'table' | 'world'>,
  mail: Pick<Notice, 'kind' | 'round' | 'organisation' | 'also' | 'toName'>,
): Promise<FreshLinks> {
  if (isDocumentMail(mail.kind)) return freshDocumentLink({ table, world }, mail);
  const purpose = linkOf[mail.kind];
  if (purpose === undefined) return { tokens: {}, writes: [] };
  const issue = async (one: Pick<Gathered, 'round' | 'organisation'>) => {
    const [round, hospital] = await Promise.all([
      find(table, rows.round, keys.round(one.round)),
      find(table, rows.organisation, keys.organisation(one.organisation)),
    ]);
    return round && hospital && issueLink(world, round, hospital, purpose, mail.toName);
  };
  const own = await issue(mail);
  const others = await Promise.all(
    (mail.also ?? []).map(async (one) => ({ name: gatheredIn(one), link: await issue(one) })),
  );
  const issued = others.flatMap(({ name, link }) => (link ? [{ name, link }] : []));
  return {
    tokens: {
      ...(own ? { token: own.token } : {}),
      ...(issued.length === 0
        ? {}
        : { alsoTokens: Object.fromEntries(issued.map(({ name, link }) => [name, link.token])) }),
    },
    writes: [...(own ? [own.write] : []), ...issued.map(({ link }) => link.write)],
  };
}

async function freshDocumentLink(
  { table, world }: Pick<Desk, 'table' | 'world'>,
  { round, organisation, toName }: Pick<Notice, 'round' | 'organisation' | 'toName'>,
): Promise<FreshLinks> {
  const found = await find(table, rows.organisation, keys.organisation(organisation));
  if (!found) return { tokens: {}, writes: [] };
  const { token, write } = issueDocumentLink(world, distributionIn(round), found, toName);
  return { tokens: { token }, writes: [write] };
}
