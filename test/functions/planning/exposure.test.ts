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
  const { html } = await (await visitor(country, ministry)).get('/s/planning/exposure');
  expect(html).toContain('連携元2病院の一覧');
  const [, unseen] = /一度も入らない連携先（(\d+)病院）/.exec(html) ?? [];
  expect(Number(unseen)).toBeLessThanOrEqual(2);
  expect(html).toMatch(/最小\d+回・中央値2回・最大2回/);
});
