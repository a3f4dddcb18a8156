import { type Audience, type AudienceFound, chooseAudience } from '#lib/core/distributions/audience.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { editionOf } from '#lib/core/program.ts';
import { lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk } from '../desk.ts';
import { sha256 } from '../digest.ts';
import { allHospitals } from '../invitation.ts';

/** Whom an audience is made of by the register as it stands; nobody where its edition is not known. */
export async function findAudience(desk: AreaDesk, audience: Audience): Promise<AudienceFound> {
  const frame = editionOf(desk.programs, audience)?.edition;
  if (!frame) return { chosen: [], unresolved: [] };
  const only = audience.prefectures.length === 1 ? audience.prefectures[0] : undefined;
  const [offices, hospitals] = await Promise.all([
    audience.roles.includes('office') ? allOffices(desk) : [],
    audience.roles.some((role) => role !== 'office') ? allHospitals(desk, only) : [],
  ]);
  return chooseAudience(frame, audience, [...offices, ...hospitals]);
}

async function allOffices({ table }: Pick<AreaDesk, 'table'>): Promise<readonly Organisation[]> {
  const items = await allItems(table, { index: 'gsi1', pk: lists.organisations('prefecture') });
  return items.map((item) => rows.organisation.read(item));
}

/** A digest of who was chosen, by which it is known whether the list has moved since it was shown. */
export const digestOf = ({ chosen }: AudienceFound): string =>
  sha256(chosen.map(({ organisation }) => organisation.id).join('\n')).slice(0, 32);
