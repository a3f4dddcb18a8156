import { beforeEach, describe, expect, test } from 'vitest';
import { routes as exchange } from '#functions/studio/exchange/routes.ts';
import { routes as studio } from '#functions/studio/routes.ts';
import { FORM_LIMIT } from '#lib/core/survey/form-schema.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { readDraft } from '#lib/usecases/forms/read-draft.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';
import { type Visitor, visitorOf } from '#test/functions/staff/visit.ts';
import { largeForm } from '#test/support/large-form.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

const at = '/s/forms/form-f';

const routes = [...exchange, ...studio];

let country: SmallCountry;
let own: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  own = await visitorOf(country.desk, ministry, routes);
  await createForm(country.desk, ministry, { title: '大きな調査', start: largeForm, from: 'x', request: 'f' });
});

const draft = async () => {
  const open = await readDraft(country.desk, 'form-f');
  if (!open) throw new Error('no draft');
  return open;
};

describe('a survey of 200 questions in 20 sections', () => {
  test('is moved about across its sections and published', async () => {
    const page = await own.get(`${at}/questions/q9`);
    expect(page.html).toContain('value="to|question||q9|"');
    const moved = await own.post(at, { act: 'to|question||q9|', section: 's19' });
    expect(moved.location).toBe(`${at}#part-question-q9`);
    const [first, ...rest] = (await draft()).form.sections;
    expect(first?.questions.map(({ id }) => id)).not.toContain('q9');
    expect(rest.at(-1)?.questions.at(-1)?.id).toBe('q9');
    expect((await own.post(at, { act: 'to|question||q9|', section: 'none' })).status).toBe(409);
    const published = { request: 'one', draft: String((await draft()).draft.version) };
    expect((await own.post(`${at}/publish`, published)).status).toBe(303);
    expect((await readVersion(country.desk, { id: 'form-f', version: 1 }))?.sections.length).toBe(20);
  });

  test('is not saved once it is larger than the store holds: what was typed stays, and the message says what to do', async () => {
    const typed = {
      ':kind': 'long-text',
      label: '長'.repeat(500),
      help: '説'.repeat(1000),
      required: 'no',
      'max-length': '9',
    };
    let answer = await own.post(`${at}/sections/s2/add`, typed);
    for (let turn = 0; answer.status === 303 && turn < 100; turn += 1)
      answer = await own.post(`${at}/sections/s2/add`, typed);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('調査票が大きすぎるため、保存できませんでした。');
    expect(answer.html).toContain('長'.repeat(500));
    expect(Buffer.byteLength((await draft()).draft.body)).toBeLessThanOrEqual(FORM_LIMIT);
    const copied = await own.post(at, { act: 'duplicate|section||s2|' });
    expect(copied.status).toBe(409);
    expect(copied.html).toContain('調査票が大きすぎるため、複製できませんでした。');
  });
});
