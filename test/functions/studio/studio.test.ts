import { beforeEach, describe, expect, test } from 'vitest';
import { routes as exchange } from '#functions/studio/exchange/routes.ts';
import { routes as studio } from '#functions/studio/routes.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Column, Question } from '#lib/core/survey/form.ts';
import { exportXlsForm } from '#lib/core/survey/xlsform/export.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { editDraft } from '#lib/usecases/forms/edit-draft.ts';
import { fingerprint, readDraft } from '#lib/usecases/forms/read-draft.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';
import { startReading } from '#lib/usecases/handed-file.ts';
import { readForm } from '#lib/usecases/jobs/read-form.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { takeStep } from '#lib/usecases/run-job.ts';
import { type Visitor, visitorOf } from '#test/functions/staff/visit.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { smallForm } from '#test/support/small-form.ts';

const routes = [...exchange, ...studio];
const colleague: Actor = { kind: 'ministry', id: 'm2', name: '厚労 次郎' };

let country: SmallCountry;
let own: Visitor;
let other: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  own = await visitorOf(country.desk, ministry, routes);
  other = await visitorOf(country.desk, colleague, routes);
});

/** An XLSForm that the ministry handed in: the id of its job. */
async function handed(bytes: Uint8Array): Promise<string> {
  return (await startReading(country.desk, ministry, { kind: 'read-form' }, { name: 'form.xlsx', bytes })).id;
}

const waiting = async (visitor: Visitor) => (await visitor.get('/s/forms/import')).html;
const readIt = (id: string) => takeStep(country.desk, id, (job) => readForm(country.desk, job));

describe('the studio', () => {
  test('reads an XLSForm in a job, reports at an address that can be come back to, and makes one draft of it', async () => {
    const id = await handed(writeXlsx(exportXlsForm(smallForm).workbook.sheets));
    const at = `/s/forms/import/${id}`;
    expect((await own.get(at)).html).toContain('ファイルを読み取っています');
    expect(await waiting(own)).toContain(`${at}">form.xlsx</a> <span class="status status--info">読取中`);
    expect(await waiting(other)).not.toContain(at);
    expect((await own.post(at)).status).toBe(422);
    await readIt(id);
    expect((await own.get(at)).html).toContain('まだ調査票は作られていません');
    expect(await waiting(own)).toContain('読取り済み');
    expect((await other.get(at)).status).toBe(404);
    expect((await other.post(at)).status).toBe(404);
    expect((await own.post(at)).location).toBe(`/s/forms/form-${id}`);
    expect((await own.post(at)).location).toBe(`/s/forms/form-${id}`);
    expect(await waiting(own)).not.toContain(at);
    expect((await own.get(`/s/forms/form-${id}`)).html).toContain('受入可能人数');
    expect((await own.get(`/s/jobs/${id}`)).status).toBe(404);
  });

  test('says of an XLSForm what stands in the way by sheet and row, and of other files that they are none', async () => {
    const grid = (rows: readonly (readonly string[])[]) => [{ name: 'survey', rows }];
    const broken = await handed(
      writeXlsx(
        grid([
          ['type', 'name', 'label'],
          ['acknowledge-all', 'q', '質問'],
        ]),
      ),
    );
    await readIt(broken);
    const { html } = await own.get(`/s/forms/import/${broken}`);
    expect(html).toContain('直すところ');
    expect(html).toContain('survey 2行目');
    const none = await handed(new TextEncoder().encode('<html>'));
    await readIt(none);
    expect((await own.get(`/s/forms/import/${none}`)).html).toContain('Excelファイル（.xlsx）を選んでください。');
    expect((await own.get('/s/forms/import/nosuchjob')).status).toBe(404);
    for (const id of [broken, none]) {
      const dismiss = `/s/forms/import/${id}/dismiss`;
      expect(await waiting(own)).toContain(dismiss);
      expect((await other.post(dismiss)).status).toBe(404);
      for (const _ of [1, 2]) expect((await own.post(dismiss)).location).toBe('/s/forms/import');
      expect(await waiting(own)).not.toContain(dismiss);
      expect((await auditOf(country.desk, id)).entries).toMatchObject([{ act: 'reading.dismiss' }]);
    }
  });

  test('shows what a colleague saved beside what was typed, keeps both, and saves on the second press', async () => {
    const made = await createForm(country.desk, ministry, { title: '臨時', start: smallForm, from: 'x', request: 'f' });
    const id = made.ok ? made.value : '';
    const path = `/s/forms/${id}/questions/places`;
    const seen = async () => {
      const open = await readDraft(country.desk, id);
      return open ? fingerprint(open.form, { target: { kind: 'question', id: 'places' } }) : '';
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

  test('sets, changes and takes away the condition of a table’s column, by its own row or an earlier question', async () => {
    const text = { kind: 'text', label: '理由', maxLength: 9 } as const;
    const choices = [{ code: 'yes', label: '可' }];
    const columns: readonly Column[] = [
      { kind: 'choice', id: 'c8', label: '可否', choices },
      { ...text, id: 'c9' },
    ];
    const table = {
      kind: 'table',
      id: 'q7',
      label: '時期',
      rowLabel: '時期',
      minRows: 0,
      maxRows: 3,
      columns,
    } as const;
    const [first] = smallForm.sections;
    const start = { ...smallForm, sections: first ? [{ ...first, questions: [...first.questions, table] }] : [] };
    await createForm(country.desk, ministry, { title: '臨時', start, from: 'x', request: 'f' });
    const path = '/s/forms/form-f/questions/q7/columns/c9/when';
    const seenIn = (html: string) => /name=":seen" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const offered = await own.get(path);
    for (const words of ['可否（同じ行）', '受入可能人数']) expect(offered.html).toContain(words);
    expect((await own.get('/s/forms/form-f/questions/q7/columns/c8/when')).html).not.toContain('理由（同じ行）');
    const seen = async () => seenIn((await own.get(`${path}?about=c8`)).html);
    const chosen = { about: 'c8', comparison: 'any-of' };
    const wrong = await own.post(path, { ...chosen, ':seen': await seen() });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('選択肢を選んでください。');
    expect((await own.post(path, { ...chosen, values: 'yes', ':seen': await seen() })).status).toBe(303);
    expect((await own.get('/s/forms/form-f')).html).toContain('同じ行の「可否」が「可」の場合');
    const { html } = await own.get('/s/forms/form-f/preview/capacity');
    expect(html).toContain('（「可否」が「可」の場合に入力してください）');
    expect(html).toContain('{&quot;question&quot;:&quot;q7.0.c8&quot;,&quot;is&quot;:[&quot;yes&quot;]}');
    const number = { about: 'places', comparison: 'at-least', number: '５' };
    expect((await own.post(path, { ...number, ':seen': await seen() })).status).toBe(303);
    expect((await own.get(path)).html).toContain('「受入可能人数」が5以上の場合');
    expect((await own.post(path, { ':clear': 'yes', ':seen': await seen() })).status).toBe(303);
    expect((await own.get(path)).html).toContain('今の条件：なし');
  });

  test('refuses a condition and a calculation that close a ring, at their fields and naming the questions', async () => {
    await createForm(country.desk, ministry, { title: '臨時', start: smallForm, from: 'x', request: 'f' });
    const at = '/s/forms/form-f';
    const seenIn = (html: string) => /name=":seen" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const conditioned = async (id: string, about: string) => {
      const path = `${at}/questions/${id}/when`;
      const seen = seenIn((await own.get(`${path}?about=${about}`)).html);
      return own.post(path, { about, comparison: 'answered', ':seen': seen });
    };
    expect((await conditioned('strengths', 'places')).status).toBe(303);
    expect((await own.post(at, { act: 'up|question||strengths|' })).status).toBe(303);
    expect((await own.post(at, { act: 'up|question||strengths|' })).status).toBe(303);
    const refused = await conditioned('places', 'strengths');
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('（「受入可能人数」→「魅力」→「受入可能人数」）');
    expect(refused.html).toContain('aria-describedby="about-problem"');
    const typed = { ':kind': 'calculate', label: '合計', expression: '$\u007bq1} + 1' };
    const itself = await own.post(`${at}/sections/words/add`, typed);
    expect(itself.status).toBe(422);
    expect(itself.html).toContain('（「合計」→「合計」）');
    expect(itself.html).toContain('aria-describedby="expression-help expression-problem"');
  });

  test('publishes a next version once it was said where old choices go, and what that loses was seen', async () => {
    const asked = (...labels: readonly string[]): Question => ({
      kind: 'choice',
      id: 'q7',
      label: '可否',
      choices: labels.map((label) => ({ code: label, label })),
    });
    const [first] = smallForm.sections;
    const start = { ...smallForm, sections: first ? [{ ...first, questions: [asked('可', '不可')] }] : [] };
    await createForm(country.desk, ministry, { title: '臨時', start, from: 'x', request: 'f' });
    const at = '/s/forms/form-f/publish';
    const pressed = async (request: string) => {
      const { html } = await own.get(at);
      return { request, draft: /name="draft" value="(\d+)"/.exec(html)?.[1] ?? '' };
    };
    expect((await own.post(at, await pressed('one'))).status).toBe(303);
    const question = asked('可', '条件付き');
    await editDraft(country.desk, ministry, { form: 'form-f', command: { kind: 'set-question', question } });
    const press = await pressed('two');
    const open = await own.post(at, press);
    expect(open.status).toBe(422);
    expect(open.html).toContain('「可否」の「不可」を選んだ回答を、どうするか選んでください。');
    expect(open.html).toContain('aria-describedby="code.q7.不可-problem"');
    const unseen = await own.post(at, { ...press, 'code.q7.不可': 'drop', seen: 'stale' });
    expect(unseen.status).toBe(422);
    expect(unseen.html).toContain('引き継がれない回答が変わりました');
    expect(unseen.html).toContain('<li>「可否」で「不可」を選んだ回答</li>');
    const checked = await own.post(at, { ...press, 'code.q7.不可': '=条件付き', act: 'check' });
    expect(checked.status).toBe(200);
    expect(checked.html).toContain('<p>ありません。</p>');
    const publishing = { ...press, 'code.q7.不可': '=条件付き' };
    expect((await own.post(at, publishing)).status).toBe(303);
    expect((await own.post(at, publishing)).status).toBe(303);
    const second = await readVersion(country.desk, { id: 'form-f', version: 2 });
    expect(second?.carries).toEqual({ codes: { q7: { 不可: '条件付き' } } });
    expect(await readVersion(country.desk, { id: 'form-f', version: 3 })).toBeUndefined();
    expect((await own.get('/s/forms/form-f')).html).toContain('href="/s/forms/form-f/versions/2"');
    const shown = await other.get('/s/forms/form-f/versions/2');
    for (const words of ['置き換える選択肢', '不可', '条件付き', '公開']) expect(shown.html).toContain(words);
    expect((await own.get('/s/forms/form-f/versions/1')).html).toContain('はじめての版');
    for (const none of ['3', '0', 'x']) expect((await own.get(`/s/forms/form-f/versions/${none}`)).status).toBe(404);
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
