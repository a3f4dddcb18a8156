import { expect, test } from 'vitest';
import { demoAnswers } from '#infra/local/demo/demo-answers.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { programs } from '#lib/programs/every-program.ts';

const edition = programs[0]?.editions.at(-1);

test('the 連携元 of the demo offer the places that were filed, so that every floor can be met', () => {
  const form = edition?.surveys.find(({ asks }) => asks === 'source')?.form;
  if (!edition?.allocation || !form) throw new Error('no allocation to try');
  const offered = new Map<string, number>();
  for (const hospital of demoRegister(edition).filter(({ takesPart }) => takesPart)) {
    const { seats } = demoAnswers(form, hospital, '2026');
    offered.set(hospital.prefecture, (offered.get(hospital.prefecture) ?? 0) + Number(seats));
  }
  expect(Object.fromEntries(offered)).toEqual({ 13: 63, 26: 14, 27: 32, 33: 9, 40: 20 });
  for (const { prefecture, floor } of edition.allocation.quotas)
    expect(offered.get(prefecture)).toBeGreaterThanOrEqual(floor);
});

test('a country of ten thousand hospitals is made too, each with a name and a code of its own', () => {
  if (!edition) throw new Error('no edition');
  const register = demoRegister(edition, 10_000);
  expect(new Set(register.map(({ name }) => name)).size).toBe(register.length);
  expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
});
