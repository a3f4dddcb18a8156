import { routes as received } from '#functions/received/routes.ts';
import type { Route } from '#functions/site/site.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { nobody } from '#lib/core/permission/actor.ts';
import type { Edition } from '#lib/core/program.ts';
import { filesIn, fileText } from '#lib/core/survey/file-answer.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import { inviteColleague } from '#lib/usecases/colleagues/invite-colleague.ts';
import { readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { orderExport } from '#lib/usecases/exports/order-export.ts';
import { startReading } from '#lib/usecases/handed-file.ts';
import { noticesOf } from '#lib/usecases/read-round.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import { draftAnnouncement, drafted } from '#test/support/drafted-announcement.ts';
import { draftDocument, sentDocument, typedDocument } from '#test/support/sent-document.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { hospitalRoutes, staffRoutes } from './every-route.ts';
import { triedPlan } from './planning/tried-plan.ts';
import { clerkOf, openedRound, preparedRound, submitted } from './staff/open-round.ts';
import { postedRound, publishedForm, typedRound } from './staff/own-form.ts';
import { visitor } from './staff/visit.ts';

/** Every kind of person: `own` and `mate` are of 岩手, whose things are looked for, `other` of 宮城. */
export type Role = 'ministry' | 'own' | 'mate' | 'other' | 'clerk' | 'neighbour' | 'reader' | 'addressee' | 'nobody';

/** Every line of every site behind a session: who comes from where makes no difference to what is told. */
export const everyRoute: readonly Route<StaffDesk<Edition> & FilesDesk<Edition>>[] = [
  ...staffRoutes,
  ...hospitalRoutes,
  ...received,
];

/** A country in which every kind of thing lies that somebody may not see, by what `places` calls it. */
export async function hiddenCountry() {
  const country = await smallCountry();
  const { desk } = country;
  const national = await openedRound(country);
  const coming = await preparedRound(country, 'coming');
  await submitted(country, national, 'IWATE1', 3);
  const form = await publishedForm(country, ministry, { request: 'theirs' });
  const ownForm = await publishedForm(country, iwate, { request: 'owns' });
  const ownRound = await openedByIwate(country, ownForm);
  await submitted(country, ownRound, 'IWATE1', 3);
  const invited = await inviteStaff(desk, ministry, { name: '岩手 三郎', office: '03', request: 'colleague' });
  if (!invited.ok) throw new Error('no colleague');

  const file = fileText({ id: 'f1', kind: 'pdf', bytes: 5, name: '案内.pdf' });
  for (const round of [national, ownRound]) {
    const draft = { section: 'papers', values: { papers: [file] }, version: 1, savedAt: desk.world.now() };
    await desk.table.putAll([rows.draft.item({ ...draft, savedBy: '', round, organisation: 'IWATE1' })]);
  }
  await desk.files.put(fileKeys.upload('IWATE1', 'f1'), { bytes: new Uint8Array(5), type: 'application/pdf' });
  const order = { shape: 'wide', choice: 'all', format: 'xlsx' } as const;
  await orderExport(desk, iwate, { round: national, order: { ...order, prefecture: '03' }, request: 'export03' });
  await orderExport(desk, iwate, { round: ownRound, order: { ...order, prefecture: '03' }, request: 'exportown' });
  await orderExport(desk, ministry, { round: national, order, request: 'exportall' });
  await country.runJobs();

  const audience = { ...typedDocument(country).audience, prefectures: ['03'] };
  const document = await sentDocument(country, ministry, { id: 'docsent', audience });
  const draft = await draftDocument(country, ministry, { id: 'docdraft', audience });
  const ownDocument = await sentDocument(country, iwate, { id: 'docown', audience });
  const handed = { name: 'form.xlsx', bytes: new Uint8Array(9) };
  const questionnaire = { kind: 'read-workbook', round: national, subject: 'IWATE1' } as const;
  await draftAnnouncement(desk);
  const invitation = {
    round: national,
    organisation: 'IWATE1',
    name: '鈴木',
    email: 'suzuki@iwate1.example',
    sure: true,
    request: 'p1',
  };
  const colleague = await inviteColleague(desk, clerkOf(national, 'IWATE1'), invitation);
  if (!colleague.ok) throw new Error(colleague.error.kind);

  const jobOf = async (round: string) => String((await desk.table.get(keys.round(round)))?.job);
  const mailOf = async (round: string) => (await noticesOf(desk, round))[0]?.id ?? 'no mail';
  const fileOf = async (id: string) => filesIn((await readDistribution(desk, id))?.files ?? [])[0]?.id ?? 'no file';
  return {
    country,
    actors: {
      ministry,
      own: iwate,
      mate: { kind: 'prefecture', id: 'p3', name: '岩手 次郎', prefecture: '03' },
      other: { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' },
      clerk: clerkOf(national, 'IWATE1'),
      neighbour: clerkOf(national, 'IWATE2'),
      reader: { ...clerkOf(national, 'TOKYO1', '13'), purpose: 'list' } as Actor,
      addressee: {
        kind: 'addressee',
        organisation: 'IWATE1',
        prefecture: '03',
        distribution: document,
        name: '担当',
      },
      nobody,
    } satisfies Record<Role, Actor>,
    places: {
      national,
      coming,
      ownRound,
      form,
      ownForm,
      document,
      draft,
      ownDocument,
      nationalJob: await jobOf(national),
      ownJob: await jobOf(ownRound),
      nationalMail: await mailOf(national),
      ownMail: await mailOf(ownRound),
      reading: (await startReading(desk, ministry, { kind: 'read-form' }, handed)).id,
      ownReading: (await startReading(desk, iwate, { kind: 'read-form' }, handed)).id,
      questionnaire: (await startReading(desk, clerkOf(national, 'IWATE1'), questionnaire, handed)).id,
      plan: await triedPlan(country),
      documentFile: await fileOf(document),
      draftFile: await fileOf(draft),
      ownDocumentFile: await fileOf(ownDocument),
      colleague: colleague.value.id,
      ...drafted,
    },
  };
}

async function openedByIwate(country: SmallCountry, form: string): Promise<string> {
  const office = await visitor(country, iwate);
  const round = await postedRound(office, typedRound(country, form, { request: 'own' }));
  await office.post(`/s/rounds/${round}/open`, { asked: '3', confirm: 'yes' });
  await country.runJobs();
  return round;
}
