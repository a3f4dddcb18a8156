import type { Contact } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, owes } from '#lib/core/rounds/answer.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { readEmail, readTelephone } from '#lib/core/survey/clean/contact.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from './change-answer.ts';
import type { Desk } from './desk.ts';
import { linkedMail } from './linked-mail.ts';

/** A colleague as typed. */
export interface TypedContact {
  readonly name: string;
  readonly department: string;
  readonly email: string;
  readonly telephone: string;
}

export interface ContactProblem {
  readonly field: keyof TypedContact;
  readonly message: string;
}

export type HandOverRefused =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'not-owing' }
  | { readonly kind: 'problems'; readonly problems: readonly ContactProblem[] }
  | { readonly kind: 'moved-meanwhile' };

/** Longest name and department of a contact, characters. */
const longest = 60;

/**
 * Makes a colleague the hospital's first contact and sends him a link of his own to the round that is owed; who was first before
 * stays in the list behind him. The same request again changes nothing.
 */
export async function handOver(
  desk: Desk,
  actor: Actor,
  wish: {
    readonly round: string;
    readonly organisation: string;
    readonly typed: TypedContact;
    readonly request: string;
  },
): Promise<Result<Answer, HandOverRefused>> {
  const { table, world } = desk;
  const [round, answer, hospital] = await Promise.all([
    find(table, rows.round, keys.round(wish.round)),
    find(table, rows.answer, keys.answer(wish.round, wish.organisation)),
    find(table, rows.organisation, keys.organisation(wish.organisation)),
  ]);
  if (!round || !answer || !hospital) return refuse({ kind: 'not-asked' });
  if (answer.request === wish.request) return ok(answer);
  if (!takesAnswer(round, answer) || !owes(answer.state)) return refuse({ kind: 'not-owing' });
  const read = readContact(wish.typed);
  if (!read.ok) return refuse({ kind: 'problems', problems: read.error });
  const contact = read.value;
  const others = hospital.contacts.filter(({ email }) => email.toLowerCase() !== contact.email.toLowerCase());
  const at = world.now();
  const next = { ...answer, telephone: contact.telephone, request: wish.request };
  const { after, writes } = changeAnswer(answer, next, {
    at,
    actor,
    act: 'answer.hand-over',
    detail: { from: hospital.contacts[0]?.name ?? '', to: contact.name },
  });
  const written = await table.commit([
    ...writes,
    {
      put: rows.organisation.item({ ...hospital, contacts: [contact, ...others], version: hospital.version + 1 }),
      expect: { equals: { version: hospital.version } },
    },
    ...linkedMail(world, round, hospital, { kind: 'request', step: `v${after.version}`, to: contact, at }),
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}

/** Reads a contact; name and address are needed, nothing may hold a line break. */
export function readContact(typed: TypedContact): Result<Contact, readonly ContactProblem[]> {
  const [name, department] = [typed.name.trim(), typed.department.trim()];
  const email = readEmail(typed.email);
  const telephone = typed.telephone.trim() === '' ? undefined : readTelephone(typed.telephone);
  const problems: ContactProblem[] = [];
  if (name === '') problems.push({ field: 'name', message: '氏名を入力してください。' });
  for (const [field, text, label] of [
    ['name', name, '氏名'],
    ['department', department, '部署'],
  ] as const) {
    if ([...text].length > longest)
      problems.push({ field, message: `${label}は${longest}文字以内で入力してください。` });
    if (/\p{Cc}/u.test(text)) problems.push({ field, message: `${label}は改行を入れずに入力してください。` });
  }
  if (email === undefined) {
    problems.push({
      field: 'email',
      message: 'メールアドレスを、例えば「kenshu@example.jp」のように入力してください。',
    });
  }
  if (telephone === undefined && typed.telephone.trim() !== '') {
    problems.push({ field: 'telephone', message: '電話番号を、例えば「03-0000-0000」のように入力してください。' });
  }
  if (problems.length > 0 || email === undefined) return refuse(problems);
  return ok({
    name,
    email,
    ...(department === '' ? {} : { department }),
    ...(telephone === undefined ? {} : { telephone }),
  });
}
