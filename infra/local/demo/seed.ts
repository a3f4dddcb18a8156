import { everybody } from '#lib/core/announcements/recipient.ts';
import { emptyChain } from '#lib/core/audit/entry.ts';
import { addDays, dayOfInstant, instantOf } from '#lib/core/calendar/day.ts';
import { whoIsAsked } from '#lib/core/eligibility/who-is-asked.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Item } from '#lib/core/ports.ts';
import type { Edition, Program, Survey } from '#lib/core/program.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import { usualLadder } from '#lib/core/rounds/ladder.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { rows } from '#lib/store/rows.ts';
import { applyUpload } from '#lib/usecases/announcements/apply-upload.ts';
import { createList } from '#lib/usecases/announcements/keep-list.ts';
import { prepareUpload } from '#lib/usecases/announcements/prepare-upload.ts';
import { saveAnnouncement } from '#lib/usecases/announcements/save-announcement.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { gatherRelease } from '#lib/usecases/gather-release.ts';
import { keepPool } from '#lib/usecases/released-pool.ts';
import { chanceOf } from './chance.ts';
import { demoAnswers } from './demo-answers.ts';
import type { DemoContext } from './demo-context.ts';
import { demoDesk } from './demo-desk.ts';
import { sentDocument } from './document.ts';
import { demoRegister } from './register.ts';
import { fictionalStudents } from './students.ts';

/** Fills an empty table with the demo's fictional country: its register, with so many hospitals on the 連携先 side, students to write to, a document that was sent, and last year's rounds as they were released. */
export async function seed(context: DemoContext, destinations?: number): Promise<void> {
  const desk = demoDesk(context);
  const program = desk.programs[0];
  const newest = program?.editions.at(-1);
  const edition = program?.editions.at(-2) ?? newest;
  if (!program || !newest || !edition) return;
  const register = demoRegister(newest, destinations);
  await desk.table.putAll(register.map((one) => rows.organisation.item(one)));
  context.log(`架空の名簿を用意しました（${register.length}件）`);
  await announcement(desk);
  await sentDocument(context, desk, { program: program.id, edition: newest.id });
  const hospitals = register.filter(({ kind }) => kind === 'hospital');
  const yearAgo = addDays(dayOfInstant(desk.world.now()), -330);
  const surveys = edition.surveys.filter(({ informs, asks }) => informs !== asks).slice(0, 2);
  /** What 連携元 want must be known when the other round is released, for its lists rest on it. */
  const sourcesFirst = surveys.toSorted((a, b) => Number(b.asks === 'source') - Number(a.asks === 'source'));
  for (const survey of sourcesFirst) {
    const due = survey.asks === 'source' ? addDays(yearAgo, -SOURCES_EARLIER) : yearAgo;
    const answered = await pastRound(desk, program, edition, survey, hospitals, due);
    context.log(`昨年度の「${survey.title}」を用意しました（回答${answered}件）`);
  }
}

/** A list of fictional students who agreed, and a draft of an announcement to them. */
async function announcement(desk: Desk): Promise<void> {
  const [ministry, list]: [Actor, string] = [{ kind: 'ministry', id: 'demo', name: '医事課（デモ）' }, 'students'];
  await createList(desk, ministry, { name: '医学部5年生（架空）', request: list });
  const cells = fictionalStudents(60);
  const file = { list, request: 'firstfile', filename: '架空の名簿.csv', cells, places: { prefectures: PREFECTURES } };
  await prepareUpload(desk, ministry, file);
  await applyUpload(desk, ministry, { list, upload: file.request });
  await saveAnnouncement(desk, ministry, {
    id: 'briefing',
    list,
    segment: everybody,
    subject: '【お知らせ】広域連携型プログラム説明会',
    body: '医師の少ない地域で学ぶ、臨床研修の広域連携型プログラムについて、オンラインの説明会を開きます。\n\n■ 対象：{大学}ほかの医学部{学年}生\n■ 費用：無料\n\n申込みのページ：https://briefing.example/apply',
    officeName: '厚生労働省医政局医事課（デモ）',
    officeTelephone: '000-0000-0000',
    seen: 0,
  });
}

/** Days by which 連携元 were asked, and their answers released, before the other side's. */
const SOURCES_EARLIER = 35;

/** Share of hospitals that answered last year. */
const answerRate = { source: 1, destination: 0.78, every: 0.78 } as const;

async function pastRound(
  desk: Desk,
  program: Program,
  edition: Edition,
  survey: Survey,
  hospitals: readonly Organisation[],
  due: string,
): Promise<number> {
  const chance = chanceOf(`${edition.id} ${survey.id}`);
  const asked = whoIsAsked(edition, survey, hospitals).asked.filter(
    ({ hospital }) => survey.asks === 'destination' || hospital.takesPart?.includes(program.id),
  );
  const round: Round = {
    id: `${program.id}-${edition.id}-${survey.id}-past`,
    program: program.id,
    edition: edition.id,
    survey: survey.id,
    form: { id: survey.form.id, version: survey.form.version },
    title: `${survey.title}（${edition.label}）`,
    due,
    release: addDays(due, 14),
    ladder: [...usualLadder],
    state: 'released',
    asked: asked.length,
    informed: 0,
    office: { name: '厚生労働省医政局医事課（デモ）', telephone: '000-0000-0000' },
    createdAt: instantOf(addDays(due, -31), '10:00'),
    openedAt: instantOf(addDays(due, -30), '10:00'),
    releasedAt: instantOf(addDays(due, 14), '10:00'),
    version: 5,
    chain: emptyChain,
  };
  const answering = asked.filter(() => chance.next() < answerRate[survey.asks]);
  const replied = new Set(answering.map(({ hospital }) => hospital.id));
  const items = asked.flatMap(({ hospital, verdict }): Item[] => {
    const at = instantOf(addDays(due, -chance.between(0, 28)), `${chance.between(10, 17)}:${chance.between(10, 59)}`);
    const head: Answer = {
      round: round.id,
      organisation: hospital.id,
      name: hospital.name,
      prefecture: hospital.prefecture,
      area: hospital.area,
      ...(verdict.class === null ? {} : { region: String(verdict.class) }),
      telephone: hospital.contacts[0]?.telephone,
      state: replied.has(hospital.id) ? 'approved' : 'unopened',
      revision: replied.has(hospital.id) ? 1 : 0,
      ...(replied.has(hospital.id) ? { submittedAt: at, submittedBy: '臨床研修担当', approvedAt: at } : {}),
      version: 1,
      chain: emptyChain,
    };
    if (!replied.has(hospital.id)) return [rows.answer.item(head)];
    const place = { round: round.id, organisation: hospital.id, revision: 1, submittedAt: at };
    const values = { ...demoAnswers(survey.form, hospital, String(edition.fiscalYear)) };
    return [
      rows.answer.item(head),
      rows.revision.item({ ...place, form: round.form, values, submittedBy: '臨床研修担当' }),
      rows.latest.item({ ...place, form: survey.form.id, version: survey.form.version }),
    ];
  });
  await desk.table.putAll([...items, rows.round.item(round)]);
  await keepPool(desk.table, round, await gatherRelease(desk, round, { edition, survey }, hospitals));
  return replied.size;
}
