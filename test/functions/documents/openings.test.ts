import { beforeEach, describe, expect, test } from 'vitest';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import { keys } from '#lib/store/keys.ts';
import { openDocumentFile } from '#lib/usecases/distributions/open-document.ts';
import { orderChase } from '#lib/usecases/distributions/order-chase.ts';
import { readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { draftDocument, sentDocument } from '#test/support/sent-document.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { visitor } from '../staff/visit.ts';

let country: SmallCountry;

beforeEach(async () => {
  country = await smallCountry();
});

/** The lines of the file of openings, as a spreadsheet would be given them. */
async function linesFor(who = ministry, query = ''): Promise<readonly string[]> {
  const seen = await (await visitor(country, who)).get(`/s/documents/doc1/openings${query}`);
  expect(seen.status).toBe(200);
  const text = Buffer.from(seen.html, 'base64').toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text.slice(1).trimEnd().split('\r\n');
}

describe('The file of who has opened a document', () => {
  test('has a line an organisation: whom to call, when it was opened and on which days it was sent again', async () => {
    const contacts = [
      { name: '=HYPERLINK("https://evil.example")', email: 'k@iwate2.example', telephone: '+81-19-0000' },
    ];
    await country.desk.table.write({ update: keys.organisation('IWATE2'), set: { contacts } });
    await sentDocument(country);
    for (const day of ['02', '03']) {
      country.at(`2026-12-${day}T01:00:00.000Z`);
      expect(await orderChase(country.desk, ministry, 'doc1')).toMatchObject({ ok: true });
      await country.runJobs();
    }
    const found = await readDistribution(country.desk, 'doc1');
    if (!found) throw new Error('no document');
    const addressee = { prefecture: '03', organisation: 'IWATE1' };
    const actor = { kind: 'addressee', ...addressee, distribution: 'doc1', name: '担当' } as const;
    country.at('2026-12-03T06:05:00.000Z');
    await openDocumentFile(country.desk, actor, found, { addressee, file: filesIn(found.files)[0]?.id ?? '' });
    const [head, ...lines] = await linesFor();
    expect(head).toBe(
      '都道府県,配布先,コード,担当者,電話番号,開封,最初に開いた日時,開いた方,最初に開いたファイル,再送した日,メールの状態',
    );
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toBe(
      '岩手県,架空IWATE1病院,IWATE1,担当,000-000-0000,開封,2026-12-03 15:05,担当,QA集.pdf,2026-12-02、2026-12-03,予約',
    );
    expect(lines.find((line) => line.includes('IWATE2'))).toBe(
      `岩手県,架空IWATE2病院,IWATE2,"'=HYPERLINK(""https://evil.example"")",'+81-19-0000,未開封,,,,2026-12-02、2026-12-03,予約`,
    );
  });

  test('holds only their own for a prefecture, and one prefecture where the page shows one', async () => {
    await sentDocument(country);
    const own = await linesFor(iwate);
    expect(own.slice(1).map((line) => line.split(',')[2])).toEqual(['IWATE1', 'IWATE2', 'IWATE3', 'pref-03']);
    expect(await linesFor(ministry, '?prefecture=13')).toHaveLength(3);
    const forged = await linesFor(iwate, '?prefecture=13');
    expect(forged).toHaveLength(1);
    const { html } = await (await visitor(country, ministry)).get('/s/documents/doc1?prefecture=13');
    expect(html).toContain('/s/documents/doc1/openings?prefecture=13');
  });

  test('is not there for a draft', async () => {
    await draftDocument(country);
    expect((await (await visitor(country, ministry)).get('/s/documents/doc1/openings')).status).toBe(404);
  });
});
