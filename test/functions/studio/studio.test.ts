import { beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#functions/studio/routes.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { fingerprint, readDraft } from '#lib/usecases/forms/read-draft.ts';
import { type Visitor, visitorOf } from '#test/functions/staff/visit.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { smallForm } from '#test/support/small-form.ts';

const colleague: Actor = { kind: 'ministry', id: 'm2', name: '厚労 次郎' };

let country: SmallCountry;
let own: Visitor;
let other: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  own = await visitorOf(country.desk, ministry, routes);
  other = await visitorOf(country.desk, colleague, routes);
});

describe('the studio', () => {
  test('makes a draft of an XLSForm that its report carried, and of nothing else', async () => {
    const body = JSON.stringify(smallForm);
    const kept = await own.post('/s/forms/import/keep', { body, request: 'press1' });
    expect(kept.location).toBe('/s/forms/form-press1');
    expect((await own.get('/s/forms/form-press1')).html).toContain('受入可能人数');
    for (const broken of ['', '{', '[]', JSON.stringify({ ...smallForm, sections: [{ evil: true }] })]) {
      const refused = await own.post('/s/forms/import/keep', { body: broken, request: 'press2' });
      expect([refused.status, refused.html.includes('もう一度ファイルを選んでください')]).toEqual([422, true]);
    }
  });

  test('shows what a colleague saved beside what was typed, keeps both, and saves on the second press', async () => {
    const made = await createForm(country.desk, ministry, { title: '臨時', start: smallForm, from: 'x', request: 'f' });
    const id = made.ok ? made.value : '';
    const path = `/s/forms/${id}/questions/places`;
    const seen = async () => {
      const open = await readDraft(country.desk, id);
      return open ? fingerprint(open.form, { kind: 'question', id: 'places' }) : '';
    };
    const typed = { ':kind': 'integer', required: 'yes', min: '0', max: '99', unit: '人' };
    const before = await seen();
    expect((await other.post(path, { ...typed, label: '同僚の言葉', ':seen': before })).status).toBe(303);
    const conflict = await own.post(path, { ...typed, label: '私の言葉', ':seen': before });
    expect(conflict.status).toBe(409);
    for (const words of ['厚労 次郎', '同僚の言葉', '私の言葉']) expect(conflict.html).toContain(words);
    expect((await own.post(path, { ...typed, label: '私の言葉', ':seen': await seen() })).status).toBe(303);
    expect((await own.get(`/s/forms/${id}`)).html).toContain('私の言葉');
  });

  test('hands out a form as XLSForm and the shape of its answers as OpenAPI', async () => {
    await createForm(country.desk, ministry, { title: '臨時', start: smallForm, from: 'x', request: 'f' });
    const openApi = await own.get('/s/forms/form-f/openapi');
    expect(JSON.parse(Buffer.from(openApi.html, 'base64').toString('utf8'))).toMatchObject({
      openapi: '3.1.0',
      components: { schemas: { Answer: { required: ['places'] } } },
    });
    expect(
      Buffer.from((await own.get('/s/forms/form-f/xlsform')).html, 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await own.get('/s/forms/form-f/xlsform?version=1')).status).toBe(404);
  });
});
