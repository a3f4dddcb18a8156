import { type LinkedKind, linkByKind } from '#lib/core/notices/notice.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { World, Write } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { issueLink } from './issue-link.ts';
import { notify, type Occasion } from './notify.ts';

type LinkedOccasion = Pick<Occasion, 'step' | 'to' | 'vars' | 'at'> & { readonly kind: LinkedKind };

/** A round's mail to one hospital with a fresh link of its own, as the writes that cause it; the same occasion never writes two. */
export function linkedMail(
  world: World,
  round: Round,
  hospital: Pick<Organisation, 'id' | 'prefecture'>,
  occasion: LinkedOccasion,
): readonly Write[] {
  const link = issueLink(world, round, hospital, linkByKind[occasion.kind], occasion.to.name);
  return [link.write, notify({ ...occasion, round: round.id, organisation: hospital.id, token: link.token })];
}
