import { chaseStep, firstStep } from '#lib/core/distributions/addressee.ts';
import { documentLinkDays, outboxOf } from '#lib/core/distributions/distribution.ts';
import type { DocumentMail } from '#lib/core/notices/notice.ts';
import type { Contact, Organisation } from '#lib/core/organisations/organisation.ts';
import type { World, Write } from '#lib/core/ports.ts';
import { tokenHash, tokenOf } from '../link-token.ts';
import { notify, type Occasion } from '../notify.ts';
import { distributionRows } from './distribution-rows.ts';

/** A mail of a document to one organisation with a fresh link, as the writes that cause it; the same step never writes two. */
export function documentMail(
  world: World,
  of: {
    readonly distribution: string;
    readonly organisation: Pick<Organisation, 'id' | 'name' | 'prefecture'>;
    readonly to: Contact;
    readonly kind: DocumentMail;
    /** The step of a mail that this one follows; else what its kind says. */
    readonly step?: string;
    readonly day: string;
    readonly follows?: Pick<Occasion, 'dueAt' | 'after' | 'retry'>;
  },
): readonly Write[] {
  const { distribution, organisation, to, kind, day, follows = {} } = of;
  const token = tokenOf(world.secret());
  const at = world.now();
  const expiresAt = new Date(Date.parse(at) + documentLinkDays * 86_400_000).toISOString();
  const link = {
    tokenHash: tokenHash(token),
    distribution,
    organisation: organisation.id,
    prefecture: organisation.prefecture,
    name: to.name,
    expiresAt,
  };
  return [
    { put: distributionRows.documentLink.item(link), expect: { absent: true } },
    notify({
      round: outboxOf(distribution),
      kind,
      organisation: organisation.id,
      step: of.step ?? (kind === 'document' ? firstStep : chaseStep(day)),
      to,
      vars: { organisation: organisation.name, prefecture: organisation.prefecture },
      token,
      at,
      ...follows,
    }),
  ];
}
