import { expect, test } from 'vitest';
import { ministry, smallCountry } from '#test/support/small-country.ts';
import { visitor } from '../staff/visit.ts';
import { releasedRound, sends, takes } from './released-round.ts';

test('exposure needs a released round', async () => {
  const staff = await visitor(await smallCountry(), ministry);
  expect((await staff.get('/s/planning/exposure')).html).toContain('回答を提供した調査がまだありません');
  const wrong = await staff.get('/s/planning/exposure?round=none');
  expect(wrong.status).toBe(422);
});

test('exposure counts every list, and names those who stand in nobody’s first ten', async () => {
  const country = await smallCountry();
  await releasedRound(country, {
    sources: [
      ['T1', '13', sends(2)],
      ['T2', '13', sends(1)],
    ],
    hosts: [
      ...Array.from({ length: 11 }, (_, n) => [`I${n}`, '03', '0303', takes(n + 1)] as const),
      ['M1', '04', '0406', takes(2)],
    ],
  });
  const staff = await visitor(country, ministry);
  const { html } = await staff.get('/s/planning/exposure');
  expect(html).toContain('連携元2病院の一覧');
  expect(html).toMatch(/最小\d+回・中央値2回・最大2回/);
  expect(html).not.toContain('回答した連携先がありません');
  expect(html).not.toContain('架空I3病院');
  const { html: one } = await staff.get('/s/planning/exposure?round=released&prefecture=03');
  expect(one).toContain('一覧での見え方：岩手県');
  expect(one).toContain('少ない順、11病院');
  expect(one).toContain('架空I3病院');
  expect(one).not.toContain('架空M1病院');
});

test('exposure says plainly that no host had answered when the round was released', async () => {
  const country = await smallCountry();
  await releasedRound(country, { sources: [['T1', '13', sends(2)]], hosts: [['I1', '03', '0303', undefined]] });
  const { html } = await (await visitor(country, ministry)).get('/s/planning/exposure');
  expect(html).toContain('回答した連携先がありません');
});
