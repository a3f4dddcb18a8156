import { addDays, dayOfInstant, instantOf } from '#lib/core/calendar/day.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { World, Write } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { rows } from '#lib/store/rows.ts';
import { tokenHash, tokenOf } from './link-token.ts';

/** Days that a link works beyond its round's due day (answers) or release day (lists), or beyond the day it is made where that is later. */
const graceDays = { answer: 60, list: 365 } as const;

/** A fresh link for one recipient: the token that goes into the mail, and the write that makes it valid. */
export function issueLink(
  world: World,
  round: Round,
  organisation: Pick<Organisation, 'id' | 'prefecture'>,
  purpose: 'answer' | 'list',
  name: string,
  colleague?: string,
): { readonly token: string; readonly write: Write } {
  const token = tokenOf(world.secret());
  const day = purpose === 'answer' ? round.due : (round.release ?? round.due);
  const today = dayOfInstant(world.now());
  const lastDay = addDays(day > today ? day : today, graceDays[purpose]);
  const capability = {
    organisation: organisation.id,
    prefecture: organisation.prefecture,
    round: round.id,
    purpose,
    name,
    ...(colleague === undefined ? {} : { colleague }),
    expiresAt: instantOf(lastDay),
    tokenHash: tokenHash(token),
  };
  return { token, write: { put: rows.capability.item(capability), expect: { absent: true } } };
}
