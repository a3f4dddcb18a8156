import { chaseStep, firstStep } from '#lib/core/distributions/addressee.ts';
import { outboxOf } from '#lib/core/distributions/distribution.ts';
import type { DocumentMail } from '#lib/core/notices/notice.ts';
import type { Contact, Organisation } from '#lib/core/organisations/organisation.ts';
import type { World, Write } from '#lib/core/ports.ts';
import { notify } from '../notify.ts';
import { issueDocumentLink } from './issue-document-link.ts';

/** A mail of a document to one organisation with a fresh link, as the writes that cause it; the same kind on the same JST day never writes two. */
export function documentMail(
  world: World,
  of: {
    readonly distribution: string;
    readonly organisation: Pick<Organisation, 'id' | 'name' | 'prefecture'>;
    readonly to: Contact;
    readonly kind: DocumentMail;
    readonly day: string;
  },
): readonly Write[] {
  const { distribution, organisation, to, kind, day } = of;
  const link = issueDocumentLink(world, distribution, organisation, to.name);
  return [
    link.write,
    notify({
      round: outboxOf(distribution),
      kind,
      organisation: organisation.id,
      step: kind === 'document' ? firstStep : chaseStep(day),
      to,
      vars: { organisation: organisation.name, prefecture: organisation.prefecture },
      token: link.token,
      at: world.now(),
    }),
  ];
}
