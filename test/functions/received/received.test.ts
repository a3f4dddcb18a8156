import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { documentCookieOf, routes } from '#functions/received/routes.ts';
import { csrfToken, documentCookie, mostDocumentsOpen } from '#functions/site/cookie.ts';
import { site } from '#functions/site/site.ts';
import { type Actor, nobody } from '#lib/core/permission/actor.ts';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import { issueDocumentLink } from '#lib/usecases/distributions/issue-document-link.ts';
import { addresseesOf, readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { withdrawDistribution } from '#lib/usecases/distributions/withdraw-distribution.ts';
import { sentDocument } from '#test/support/sent-document.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { clerkOf } from '../staff/open-round.ts';
import { context, eventOf, visitorOf } from '../staff/visit.ts';

const origin = 'https://renkei.example';

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
    const out = await (await visitorOf(country.desk, clerk('doc1'), routes)).post('/d/doc1/end');
    expect(out.cookies.join()).toMatch(/^__Host-renkei-document-doc1=;/);
  });
});

describe('Several documents in one browser', () => {
  const reader = () => site({ desk: country.desk, origin, routes, door: '/d/open', cookie: documentCookieOf });

  /** A browser that keeps cookies as they are set, the newest last. */
  function browser() {
    const jar = new Map<string, string>();
    const handler = reader();
    const call = async (method: string, path: string, fields?: Readonly<Record<string, string>>) => {
      const body = fields && new URLSearchParams(fields).toString();
      const cookies = [...jar].map(([name, value]) => `${name}=${value}`);
      const answer: APIGatewayProxyStructuredResultV2 = Object(
        await handler({ ...eventOf(method, path, '', body), cookies }, context),
      );
      for (const line of answer.cookies ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (line.includes('Max-Age=0')) jar.delete(name);
        else jar.set(name, value);
      }
      return { status: answer.statusCode, location: answer.headers?.location, html: answer.body ?? '' };
    };
    const csrf = (document: string) => csrfToken(jar.get(documentCookie(document)) ?? '');
    return {
      jar,
      csrf,
      get: (path: string) => call('GET', path),
      post: (path: string, fields = {}) => call('POST', path, fields),
    };
  }

  /** The code of a fresh link to a document for 架空IWATE1病院. */
  async function codeOf(document: string): Promise<string> {
    const { token, write } = issueDocumentLink(
      country.desk.world,
      document,
      { id: 'IWATE1', prefecture: '03' },
      '担当',
    );
    await country.desk.table.write(write);
    return token;
  }

  test('stay open beside each other, hand over their files, and are ended one by one', async () => {
    await sentDocument(country, ministry, { id: 'doc2', title: '補助金の概要の送付' });
    const second = filesIn((await readDistribution(country.desk, 'doc2'))?.files ?? [])[0]?.id ?? '';
    const { get, post, csrf, jar } = browser();
    for (const document of ['doc1', 'doc2']) {
      const opened = await post('/d/open', { code: await codeOf(document) });
      expect([opened.status, opened.location]).toEqual([303, `/d/${document}`]);
    }
    expect((await get('/d/doc1')).html).toContain('広域連携型プログラムQA集の送付');
    expect((await get('/d/doc2')).html).toContain('補助金の概要の送付');
    expect((await post(`/d/doc1/files/${file}`, { csrf: csrf('doc1') })).status).toBe(200);
    expect((await post(`/d/doc2/files/${second}`, { csrf: csrf('doc2') })).status).toBe(200);
    expect((await post(`/d/doc2/files/${second}`, { csrf: csrf('doc1') })).status).toBe(403);
    expect((await post('/d/doc2/end', { csrf: csrf('doc2') })).location).toBe('/d/open?ended');
    expect((await get('/d/doc1')).status).toBe(200);
    expect((await get('/d/doc2')).location).toBe('/d/open');
    expect([...jar.keys()]).toEqual([documentCookie('doc1')]);
  });

  test('push out only the one that was opened first, once they are too many for a request’s headers', async () => {
    const { post, jar } = browser();
    const ids = Array.from({ length: mostDocumentsOpen + 1 }, (_, index) => `many${index}`);
    for (const id of ids) await post('/d/open', { code: await codeOf(id) });
    expect([...jar.keys()]).toEqual(ids.slice(1).map(documentCookie));
    await post('/d/open', { code: await codeOf('many5') });
    expect(jar.size).toBe(mostDocumentsOpen);
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
