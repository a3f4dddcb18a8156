import { type Colleague, domainOf, invitationBound } from '#lib/core/access/colleague.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { readEmail } from '#lib/core/survey/clean/contact.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from '../change-answer.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../digest.ts';
import { issueLink } from '../issue-link.ts';
import { tokenHash } from '../link-token.ts';
import { notify } from '../notify.ts';
import { openSurvey } from '../open-survey.ts';
import { readPeople } from './read-colleagues.ts';

export type InvitationRefused =
  | { readonly kind: 'not-asked' | 'closed' | 'moved-meanwhile' }
  | { readonly kind: 'name-missing' | 'name-too-long' | 'email-missing' | 'email-unreadable' | 'already' }
  | { readonly kind: 'too-many' | 'too-fast' }
  /** The address is of another domain than the hospital's contact's: to be confirmed. */
  | { readonly kind: 'other-domain'; readonly domain: string; readonly usual: string };

export interface Invitation {
  readonly round: string;
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  /** Another domain than the contact's is meant. */
  readonly sure: boolean;
  /** Id of the button's press, by which its repetition is recognised. */
  readonly request: string;
}

/** Longest name, characters; it goes into the greeting of the mail. */
export const nameLimit = 50;

/** Invites somebody of the same hospital to answer the same round: one transaction holds the person, the link, its mail and the audit entry. */
export async function inviteColleague(
  desk: Desk,
  actor: Actor,
  wish: Invitation,
): Promise<Result<Colleague, InvitationRefused>> {
  const { round: roundId, organisation } = wish;
  const opened = await openSurvey(desk, roundId, organisation);
  if (!opened.ok) return opened;
  const { round, file } = opened.value;
  const { contacts, colleagues } = await readPeople(desk, roundId, organisation);
  const id = sha256(`colleague:${roundId}:${organisation}:${wish.request}`).slice(0, 16);
  const before = colleagues.find((one) => one.id === id);
  if (before) return ok(before);
  if (!takesAnswer(round, file.answer)) return refuse({ kind: 'closed' });
  const name = wish.name.replace(/\p{Cc}+/gu, ' ').trim();
  if (name === '') return refuse({ kind: 'name-missing' });
  if ([...name].length > nameLimit) return refuse({ kind: 'name-too-long' });
  if (wish.email.trim() === '') return refuse({ kind: 'email-missing' });
  const email = readEmail(wish.email);
  if (email === undefined) return refuse({ kind: 'email-unreadable' });
  const there = [...contacts, ...colleagues.filter(({ revokedAt }) => revokedAt === undefined)];
  if (there.some((one) => one.email.toLowerCase() === email.toLowerCase())) return refuse({ kind: 'already' });
  const at = desk.world.now();
  const bound = invitationBound(colleagues, at);
  if (bound) return refuse({ kind: bound });
  const usual = contacts[0] && domainOf(contacts[0].email);
  if (usual !== undefined && usual !== domainOf(email) && !wish.sure) {
    return refuse({ kind: 'other-domain', domain: domainOf(email), usual });
  }

  const invitedBy = actor.kind === 'nobody' ? '' : actor.name;
  const hospital = { id: organisation, prefecture: file.answer.prefecture };
  const link = issueLink(desk.world, round, hospital, 'answer', name, id);
  const person: Colleague = { id, name, email, invitedBy, invitedAt: at, tokenHash: tokenHash(link.token) };
  const { answer } = file;
  const { writes } = changeAnswer(answer, answer, {
    at,
    actor,
    act: 'colleague.invite',
    detail: { colleague: id, name, domain: domainOf(email) },
  });
  const place = { round: roundId, organisation };
  const written = await desk.table.commit([
    ...writes,
    { put: rows.colleague.item({ ...person, ...place }), expect: { absent: true } },
    link.write,
    notify({ ...place, kind: 'colleague', step: id, to: { name, email }, vars: { invitedBy }, token: link.token, at }),
  ]);
  if (written.ok) return ok(person);
  const now = await find(desk.table, rows.colleague, keys.colleague(roundId, organisation, id));
  return now ? ok(now) : refuse({ kind: 'moved-meanwhile' });
}
