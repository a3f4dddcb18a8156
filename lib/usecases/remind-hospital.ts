import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { later } from '#lib/core/calendar/later.ts';
import { comparable } from '#lib/core/notices/dead-address.ts';
import { gatheredIn } from '#lib/core/notices/notice.ts';
import { type Organisation, stands } from '#lib/core/organisations/organisation.ts';
import type { Write } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import { issueLink } from './issue-link.ts';
import { noticeId, notify } from './notify.ts';
import { owed } from './owed.ts';

/** Minutes that a reminder waits for those of other rounds to the same address. */
const gatheringMinutes = 10;

/** Most reminders of one mail: its claim is one transaction that checks each of them. */
const mostGathered = 50;

/** How often a writer tries again when another round's reminder is gathered at the same time. */
const tries = 5;

/**
 * Writes one hospital's reminder. An address gets one reminder a day, however many rounds owe: the first of the day waits a little,
 * the others' are laid into it; one that finds it gone already is left for the next step. One that is alone, with nothing to gather, waits for nobody.
 */
export async function remindHospital(
  desk: Desk,
  wish: { readonly round: Round; readonly hospital: Organisation; readonly step: string; readonly alone: boolean },
): Promise<void> {
  const { table, world } = desk;
  const { round, hospital, step, alone } = wish;
  const to = hospital.contacts[0];
  if (!to || !stands(hospital)) return;
  const at = world.now();
  const link = issueLink(world, round, hospital, 'answer', to.name);
  const owing: Write = { check: keys.answer(round.id, hospital.id), expect: owed };
  const own = {
    round: round.id,
    kind: 'reminder' as const,
    organisation: hospital.id,
    step,
    to,
    token: link.token,
    at,
  };
  const dueAt = alone ? at : later(at, { minutes: gatheringMinutes });
  const place = { emailHash: sha256(comparable(to.email)), day: dayOfInstant(dueAt) };
  const first = { ...place, round: round.id, notice: noticeId(own), version: 1 };
  const begun = await table.commit([
    owing,
    link.write,
    notify({ ...own, dueAt }),
    { put: rows.digest.item(first), expect: { absent: true } },
  ]);
  if (begun.ok || begun.error.at[0]?.failed) return;
  for (let attempt = 0; attempt < tries; attempt++) {
    const digest = await find(table, rows.digest, keys.digest(place.emailHash, place.day));
    const mail = digest && (await find(table, rows.notice, keys.notice(digest.round, digest.notice)));
    if (!digest || mail?.state !== 'pending') return;
    const also = mail.also ?? [];
    const here = { round: round.id, organisation: hospital.id };
    const name = gatheredIn(here);
    if ([mail, ...also].some((one) => gatheredIn(one) === name)) return;
    if (also.length >= mostGathered) {
      await table.commit([owing, link.write, notify({ ...own, dueAt })]);
      return;
    }
    const joined = await table.commit([
      owing,
      link.write,
      {
        update: keys.notice(mail.round, mail.id),
        set: {
          also: [...also, { ...here, step }],
          alsoTokens: { ...mail.alsoTokens, [name]: link.token },
          joined: name,
        },
        expect: { equals: { state: 'pending', attempt: 0 } },
      },
      {
        put: rows.digest.item({ ...digest, version: digest.version + 1 }),
        expect: { equals: { version: digest.version } },
      },
    ]);
    if (joined.ok || joined.error.at[0]?.failed) return;
  }
}
