import { secondOfMinistry } from '../support/small-country.ts';
import { people } from './people.ts';
import type { Outline } from './told.ts';
import { type Stage, seeded, type UseCase, useCase } from './use-case.ts';

/** A form of one section as it is composed here. */
const one = (...questions: readonly string[]): Outline => [['体制', ...questions]];

const begun: Stage = async (world, told) => {
  await seeded(world, told);
  const they = people(world, told);
  const form = await they.beginForm('臨時の調査');
  await they.addSection(form, '体制', one());
  await they.addQuestion(form, 's1', '常勤', one('常勤'));
  await they.addQuestion(form, 's1', '非常勤', one('常勤', '非常勤'));
  return { round: '', form };
};
const published: Stage = async (world, told) => {
  const { form = '' } = await begun(world, told);
  await people(world, told).publishForm(form, 1);
  return { round: '', form };
};

/** Forms that staff make: begun, composed, published and copied. */
export const formCases: readonly UseCase[] = [
  useCase('begin a form', seeded, async (they) => {
    const form = await they.beginForm('臨時の調査');
    await they.addSection(form, '体制', one());
    await they.addQuestion(form, 's1', '常勤', one('常勤'));
  }),
  useCase('compose a form', begun, async (they, { form = '' }) => {
    await they.rewordQuestion(form, 'q2', '常勤医', one('常勤医', '非常勤'));
    await they.pressPart(form, 'duplicate|question||q2|', one('常勤医', '常勤医（写し）', '非常勤'));
    await they.pressPart(form, 'up|question||q3|', one('常勤医', '非常勤', '常勤医（写し）'));
    await they.pressPart(form, 'delete|question||q4|', one('常勤医', '非常勤'));
    await they.pressPart(form, 'undo', one('常勤医', '非常勤', '常勤医（写し）'));
  }),
  useCase('publish a form', begun, (they, { form = '' }) => they.publishForm(form, 1)),
  useCase('change a form while it is published', begun, async (they, { form = '' }, world) => {
    const changed = one('常勤', '応援');
    await world.sideBySide<unknown>([
      () => they.publishForm(form, 1),
      () => they.rewordQuestion(form, 'q3', '応援', changed, secondOfMinistry),
    ]);
  }),
  useCase('copy a form and publish its next version', published, async (they, { form = '' }) => {
    await they.beginForm('写し', `${form}@1`, one('常勤', '非常勤'));
    await they.rewordQuestion(form, 'q2', '常勤医', one('常勤医', '非常勤'));
    await they.publishForm(form, 2);
  }),
];
