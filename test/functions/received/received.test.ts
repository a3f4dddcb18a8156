import { beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#functions/received/routes.ts';
import { type Actor, nobody } from '#lib/core/permission/actor.ts';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import { addresseesOf, readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { withdrawDistribution } from '#lib/usecases/distributions/withdraw-distribution.ts';
import { sentDocument } from '#test/support/sent-document.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { clerkOf } from '../staff/open-round.ts';
import { visitorOf } from '../staff/visit.ts';

let country: SmallCountry;
let file: string;

const clerk = (distribution: string): Actor => ({
  kind: 'addressee',
  organisation: 'IWATE1',
  prefecture: '03',
  distribution,
  name: '担当',
});

beforeEach(async () => {
  country = await smallCountry();
  await sentDocument(country);
  file = filesIn((await readDistribution(country.desk, 'doc1'))?.files ?? [])[0]?.id ?? '';
});

describe('The page on which a document is read', () => {
  test('is closed to staff, strangers, a survey’s link and another document’s', async () => {
    for (const actor of [ministry, iwate, nobody, clerkOf('doc1', 'IWATE1'), clerk('doc2')]) {
      const who = await visitorOf(country.desk, actor, routes);
      for (const seen of [await who.get('/d/doc1'), await who.post(`/d/doc1/files/${file}`)]) {
        expect([actor.kind, seen.status === 403 || seen.status === 303]).toEqual([actor.kind, true]);
        expect(seen.html).not.toContain('QA集');
      }
    }
    expect((await addresseesOf(country.desk, 'doc1')).filter(({ openedAt }) => openedAt !== undefined)).toEqual([]);
  });

  test('shows the note and the files, and hands a file over by post alone', async () => {
    const who = await visitorOf(country.desk, clerk('doc1'), routes);
    const page = await who.get('/d/doc1');
    expect(page.html).toContain('院内でご確認ください。');
    expect(page.html).toContain('最初に開いた日時とお名前が送信元に記録されます');
    expect((await who.get(`/d/doc1/files/${file}`)).status).toBe(404);
    expect((await who.post(`/d/doc1/files/${file}`, { csrf: 'forged' })).status).toBe(403);
    expect((await addresseesOf(country.desk, 'doc1', '03'))[0]?.openedAt).toBeUndefined();
    expect((await who.post(`/d/doc1/files/${file}`)).status).toBe(200);
    expect((await who.post('/d/doc1/files/none')).status).toBe(404);
    expect((await addresseesOf(country.desk, 'doc1', '03'))[0]).toMatchObject({ openedBy: '担当' });
  });

  test('has a cookie of its own, which takes no other session’s place', async () => {
    const stranger = await visitorOf(country.desk, nobody, routes);
    expect((await stranger.post('/d/open', { code: 'AAAA' })).html).toContain('文書コードが見つかりません。');
    const out = await (await visitorOf(country.desk, clerk('doc1'), routes)).post('/d/end');
    expect(out.cookies.join()).toMatch(/^__Host-renkei-document=;/);
  });
});

test('A withdrawn document shows its reason in the place of the note and the files', async () => {
  await withdrawDistribution(country.desk, ministry, { id: 'doc1', reason: '別の文書を添えました。' });
  const who = await visitorOf(country.desk, clerk('doc1'), routes);
  const { html } = await who.get('/d/doc1');
  expect(html).toContain('この文書は差し止められました。ファイルは開けません。');
  expect(html).toContain('別の文書を添えました。');
  expect(html).not.toContain('院内でご確認ください。');
  expect(html).not.toContain('QA集.pdf');
  expect((await who.post(`/d/doc1/files/${file}`)).location).toBe('/d/doc1');
});
