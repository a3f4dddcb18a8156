import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { findOrganisations } from '#lib/usecases/find-organisations.ts';
import { allHospitals } from '#lib/usecases/invitation.ts';
import type { TypedRound } from './typed-round.ts';

/** The hospitals that a round is being prepared for one by one. */
export interface PickedHospitals {
  readonly chosen: readonly Organisation[];
  /** What was looked for, without those chosen; at most `findMost` of them. */
  readonly found: readonly Organisation[];
  /** How many there are in all; undefined where nothing was looked for. */
  readonly total: number | undefined;
}

/** Most hospitals that one search shows. */
export const findMost = 100;

/** Reads the chosen hospitals and those that are looked for, of one prefecture where the person has only that. */
export async function pickHospitals(
  desk: AreaStaffDesk,
  typed: Pick<TypedRound, 'organisations' | 'find'>,
  own?: string,
): Promise<PickedHospitals> {
  const ids = [...new Set(typed.organisations)].filter((id) => id !== '');
  const items = ids.length === 0 ? [] : await desk.table.getAll(ids.map((id) => keys.organisation(id)));
  const chosen = items
    .map((item) => rows.organisation.read(item))
    .filter(({ prefecture }) => own === undefined || prefecture === own)
    .sort(byPlace);
  if (!typed.find) return { chosen, found: [], total: undefined };
  const { q } = typed.find;
  const prefecture = own ?? typed.find.prefecture;
  const all = await allHospitals(desk, prefecture === '' ? undefined : prefecture);
  const there = new Set(chosen.map(({ id }) => id));
  const found = findOrganisations(all, q).filter(({ id }) => !there.has(id));
  return { chosen, found: found.slice(0, findMost), total: found.length };
}

const byPlace = (a: Organisation, b: Organisation) => (`${a.prefecture}#${a.id}` < `${b.prefecture}#${b.id}` ? -1 : 1);
