import type { Actor } from '#lib/core/permission/actor.ts';
import { owes } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { findSurvey } from '#lib/usecases/find-survey.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { chanceOf } from './chance.ts';
import { demoAnswers } from './demo-answers.ts';
import type { DemoContext } from './demo-context.ts';
import { demoDesk } from './demo-desk.ts';
import { clerks } from './personas.ts';

/** Share of the hospitals that still owe an answer and give one when told. */
const share = 0.7;

/** Has most of the other hospitals answer the newest open round, each through the product's own act; gives how many did. */
export async function answerForOthers(context: DemoContext): Promise<number> {
  const desk = demoDesk(context);
  const round = await openRound(desk);
  const form = round && (await findSurvey(desk, round))?.survey.form;
  if (!round || !form) return 0;
  const chance = chanceOf(round.id);
  const played = new Set(Object.values(await clerks(desk)).map((one) => one?.id));
  const heads = await allItems(desk.table, { index: 'gsi1', pk: lists.answersOf(round.id) });
  const owing = heads
    .map((item) => rows.answer.read(item))
    .filter(({ state, organisation }) => owes(state) && state !== 'returned' && !played.has(organisation))
    .filter(() => chance.next() < share);
  for (let start = 0; start < owing.length; start += 8) {
    await Promise.all(owing.slice(start, start + 8).map(({ organisation }) => answerAs(desk, round, organisation)));
  }
  return owing.length;

  async function answerAs(by: Desk, of: Round, organisation: string): Promise<void> {
    const hospital = await find(by.table, rows.organisation, keys.organisation(organisation));
    if (!hospital || !form) return;
    const values = demoAnswers(form, hospital, by.world.now().slice(0, 4));
    const savedAt = by.world.now();
    const drafts = form.sections.map((section) => {
      const own = section.questions.flatMap(({ id }) => [id, `${id}-other`]);
      const said = Object.fromEntries(Object.entries(values).filter(([id]) => own.includes(id)));
      const place = { round: of.id, organisation, section: section.id };
      return rows.draft.item({
        ...place,
        values: said,
        unchanged: false,
        version: 1,
        savedAt,
        savedBy: '臨床研修担当',
      });
    });
    await by.table.putAll(drafts);
    const { prefecture } = hospital;
    const actor: Actor = {
      kind: 'hospital',
      organisation,
      prefecture,
      round: of.id,
      purpose: 'answer',
      name: '臨床研修担当',
    };
    await submitAnswer(by, actor, { round: of.id, organisation, request: `demo-${organisation}` });
  }
}

async function openRound(desk: Desk): Promise<Round | undefined> {
  const items = await allItems(desk.table, { index: 'gsi1', pk: lists.rounds(), descending: true });
  return items.map((item) => rows.round.read(item)).find(({ state }) => state === 'open');
}
