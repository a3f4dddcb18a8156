import { sessionCookie } from '#functions/site/cookie.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { findSurvey } from '#lib/usecases/find-survey.ts';
import { allHospitals } from '#lib/usecases/invitation.ts';
import { issueLink } from '#lib/usecases/issue-link.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import type { DemoContext } from './demo-context.ts';
import { demoDesk } from './demo-desk.ts';

/** A person of the demo whom one can be. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** What this person comes for, in a sentence. */
  readonly purpose: string;
}

/** A session to set in the browser, and the page to open with it. */
export interface SignedIn {
  readonly setCookie: readonly string[];
  readonly location: string;
}

const staff: readonly (Persona & { readonly actor: Actor })[] = [
  {
    id: 'ministry',
    name: '厚労 花子',
    organisation: '厚生労働省（デモ）',
    purpose: '調査を開き、様子を見て、回答を連携元病院に提供します。',
    actor: { kind: 'ministry', id: 'demo-ministry', name: '厚労 花子' },
  },
  {
    id: 'second-ministry',
    name: '厚労 次郎',
    organisation: '厚生労働省（デモ）',
    purpose: '回答の提供を、頼んだ人とは別の担当者として確かめます。',
    actor: { kind: 'ministry', id: 'demo-second-ministry', name: '厚労 次郎' },
  },
  {
    id: 'prefecture-03',
    name: '岩手 太郎',
    organisation: '岩手県（デモ）',
    purpose: '県内の病院の回答を確認し、差し戻したり承認したりします。',
    actor: { kind: 'prefecture', id: 'demo-prefecture-03', name: '岩手 太郎', prefecture: '03' },
  },
];

/** The two hospitals whose clerks one can be: an 岩手 destination that answered last year, and a 東京 university hospital that takes part. */
export async function clerks(
  desk: Desk,
): Promise<{ destination?: Organisation | undefined; source?: Organisation | undefined }> {
  const [iwate, tokyo] = await Promise.all([allHospitals(desk, '03'), allHospitals(desk, '13')]);
  const [survey] = desk.programs[0]?.editions.at(-1)?.surveys ?? [];
  const answered = await desk.table.getAll(iwate.map(({ id }) => keys.latest(id, survey?.form.id ?? '')));
  const first = answered[0] && rows.latest.read(answered[0]).organisation;
  return {
    destination: iwate.find(({ id }) => id === first) ?? iwate[0],
    source: tokyo.find(({ takesPart }) => takesPart?.length),
  };
}

/** Everyone whom the demo offers. */
export async function listPersonas(context: DemoContext): Promise<readonly Persona[]> {
  const { destination, source } = await clerks(demoDesk(context));
  const hospitals: Persona[] = [];
  if (destination) {
    hospitals.push({
      id: `answer:${destination.id}`,
      name: '臨床研修担当（連携先）',
      organisation: destination.name,
      purpose: '依頼のメールから調査に答えます。相談が届くとメールで知らされます。',
    });
  }
  if (source) {
    hospitals.push({
      id: `list:${source.id}`,
      name: '臨床研修担当（連携元）',
      organisation: source.name,
      purpose: '提供された一覧から連携先をさがし、相談します。',
    });
  }
  return [...staff.map(({ actor: _actor, ...persona }) => persona), ...hospitals];
}

/** Opens a session for a persona through the same code that a deployment uses; undefined when there is no such persona. */
export async function signIn(context: DemoContext, personaId: string): Promise<SignedIn | undefined> {
  const desk = demoDesk(context);
  const officer = staff.find(({ id }) => id === personaId);
  if (officer) return { setCookie: [sessionCookie(await openSession(desk, officer.actor))], location: '/s/home' };
  const [purpose, id] = personaId.split(':');
  if ((purpose !== 'answer' && purpose !== 'list') || id === undefined) return undefined;
  const hospital = await find(desk.table, rows.organisation, keys.organisation(id));
  if (!hospital) return undefined;
  const round = await roundFor(desk, hospital, purpose);
  const contact = hospital.contacts[0];
  if (!round) return { setCookie: [], location: `/demo/mail?q=${encodeURIComponent(contact?.email ?? '')}` };
  const link = issueLink(desk.world, round, hospital, purpose, contact?.name ?? '');
  await desk.table.write(link.write);
  return { setCookie: [], location: `/h/open#${link.token}` };
}

/** The newest round in which a hospital is asked, or whose answers were released to it. */
async function roundFor(desk: Desk, hospital: Organisation, purpose: 'answer' | 'list'): Promise<Round | undefined> {
  const items = await allItems(desk.table, { index: 'gsi1', pk: lists.rounds(), descending: true });
  for (const round of items.map((item) => rows.round.read(item))) {
    if (purpose === 'list') {
      const side = (await findSurvey(desk, round))?.survey.informs;
      if (side === 'source' && ['released', 'ended'].includes(round.state)) return round;
    } else if (round.state === 'open' && (await desk.table.get(keys.answer(round.id, hospital.id)))) return round;
  }
  return undefined;
}
