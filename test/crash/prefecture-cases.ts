import { createForm } from '#lib/usecases/forms/create-form.ts';
import { publishForm } from '#lib/usecases/forms/publish-form.ts';
import { iwate } from '../support/small-country.ts';
import { people } from './people.ts';
import { days } from './small-play.ts';
import { type Stage, seeded, type UseCase, useCase } from './use-case.ts';

/** The prefecture has published a form of its own. */
const published: Stage = async (world, told) => {
  await seeded(world, told);
  const start = world.desk.programs[0]?.editions[0]?.surveys[0]?.form;
  if (!start) throw new Error('the small programme asks nothing');
  const made = await createForm(world.desk, iwate, { title: '管内の調査', start, from: start.id, request: 'own' });
  if (!made.ok) throw new Error('no form was made');
  await publishForm(world.desk, iwate, { form: made.value, draft: 1, request: 'published' });
  told.composed.push({
    form: made.value,
    outline: start.sections.map(({ title, questions }) => [title, ...questions.map(({ label }) => label)] as const),
  });
  told.published.push({ form: made.value, version: 1 });
  await world.toRest(1);
  return { round: '', form: `${made.value}@1` };
};
const prepared: Stage = async (world, told) => {
  const { form = '' } = await published(world, told);
  return { round: await people(world, told).prepareOwn(form) };
};
/** Its two hospitals are asked, and one has answered. */
const answered: Stage = async (world, told) => {
  const given = await prepared(world, told);
  const they = people(world, told);
  await they.open(given.round, iwate);
  await world.toRest(1);
  const own = await they.enter(they.token('IWATE1'));
  await they.save(own, given.round, 'IWATE1', 'capacity', { places: 3 });
  await they.save(own, given.round, 'IWATE1', 'words', { strengths: '海と山　﨑' });
  await they.submit(own, given.round, 'IWATE1', { places: 3, strengths: '海と山　﨑' });
  await world.toRest(1);
  return given;
};

/** Rounds by which a prefecture asks its own hospitals. */
export const prefectureCases: readonly UseCase[] = [
  useCase('prepare a round of a prefecture', published, (they, { form = '' }) => they.prepareOwn(form)),
  useCase('open a round of a prefecture', prepared, (they, { round }) => they.open(round, iwate)),
  useCase('remind in a round of a prefecture', answered, async (_they, _given, world) => {
    world.time.moveTo(Date.parse(days.reminder));
    await world.tick();
  }),
  useCase('end a round of a prefecture while reminders fire', answered, async (they, { round }, world) => {
    world.time.moveTo(Date.parse(days.reminder));
    await world.sideBySide<unknown>([() => world.tick(), () => they.endOwn(round)]);
  }),
];
