import { beforeEach, describe, expect, test } from 'vitest';
import { routes as exchange } from '#functions/studio/exchange/routes.ts';
import { routes as studio } from '#functions/studio/routes.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { type Visitor, visitorOf } from '#test/functions/staff/visit.ts';
import { ministry, smallCountry } from '#test/support/small-country.ts';
import { smallForm } from '#test/support/small-form.ts';

const colleague: Actor = { kind: 'ministry', id: 'm2', name: '厚労 次郎' };
const at = '/s/forms/form-f';
const integer = { ':kind': 'integer', required: 'yes', min: '0', max: '99', unit: '人' };
const long = { ':kind': 'long-text', required: 'no', 'max-length': '100' };

const routes = [...exchange, ...studio];

let own: Visitor;
let other: Visitor;

beforeEach(async () => {
  const { desk } = await smallCountry();
  own = await visitorOf(desk, ministry, routes);
  other = await visitorOf(desk, colleague, routes);
  await createForm(desk, ministry, { title: '臨時', start: smallForm, from: 'x', request: 'f' });
});

/** A hidden field of a page as it was opened. */
const hidden = async (visitor: Visitor, path: string, name = ':seen') =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec((await visitor.get(path)).html)?.[1] ?? '';

/** The value of the button that deletes a part. */
const deleting = async (visitor: Visitor, kind: string, id: string) =>
  new RegExp(`value="(delete\\|${kind}\\|[^"]*\\|${id}\\|[^"]*)"`).exec((await visitor.get(at)).html)?.[1] ?? '';

describe('two officers who compose the same form', () => {
  test('do not write the form’s name over each other: both are shown, and the second press keeps the own', async () => {
    const seen = await hidden(own, `${at}/name`);
    expect((await other.post(`${at}/name`, { title: '同僚の名前', ':seen': seen })).status).toBe(303);
    const conflict = await own.post(`${at}/name`, { title: '私の名前', prepare: '名簿', ':seen': seen });
    expect(conflict.status).toBe(409);
    for (const words of ['同僚の名前', '私の名前', '保存されている内容']) expect(conflict.html).toContain(words);
    const again = /name=":seen" value="([^"]*)"/.exec(conflict.html)?.[1] ?? '';
    expect((await own.post(`${at}/name`, { title: '私の名前', ':seen': again })).status).toBe(303);
    expect((await own.get(at)).html).toContain('私の名前');
  });

  test('do not delete a section with a question that was put into it or reworded meanwhile', async () => {
    const act = await deleting(own, 'section', 'words');
    const text = { ...long, label: '後から加えた質問' };
    expect((await other.post(`${at}/sections/words/add`, text)).status).toBe(303);
    const refused = await own.post(at, { act });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('この部分が変更されたため、削除しませんでした');
    expect(refused.html).toContain('後から加えた質問');
    expect((await own.post(at, { act: await deleting(own, 'section', 'words') })).status).toBe(303);
    expect((await own.get(at)).html).not.toContain('後から加えた質問');
  });

  test('keep what was typed of a question that the other deleted, and can add it anew', async () => {
    const path = `${at}/questions/places`;
    const typed = {
      ...integer,
      label: '書き直した質問',
      ':seen': await hidden(own, path),
      ':in': await hidden(own, path, ':in'),
    };
    expect((await other.post(at, { act: await deleting(other, 'question', 'places') })).status).toBe(303);
    const kept = await own.post(path, typed);
    expect(kept.status).toBe(409);
    expect(kept.html).toContain('書き直した質問</textarea>');
    expect(kept.html).toContain('「受入れ」に新しく追加します');
    const action = `${at}/sections/capacity/add`;
    expect(kept.html).toContain(`action="${action}"`);
    expect((await own.post(action, typed)).status).toBe(303);
    expect((await own.get(at)).html).toContain('書き直した質問');
  });

  test('add a question or a section once, however often the button is pressed, and anew after it was taken back', async () => {
    const adding = `${at}/sections/words/add`;
    const request = await hidden(own, `${adding}?kind=long-text`, ':request');
    const typed = { ...long, label: '加えた質問', ':request': request };
    const count = async () => (await own.get(at)).html.split('class="lines">加えた質問').length - 1;
    for (const _ of [1, 2]) expect((await own.post(adding, typed)).status).toBe(303);
    expect(await count()).toBe(1);
    expect((await own.post(at, { act: 'undo', version: await hidden(own, at, 'version') })).status).toBe(303);
    expect(await count()).toBe(0);
    expect((await own.post(adding, typed)).status).toBe(303);
    expect(await count()).toBe(1);
    expect((await own.post(adding, { ...typed, label: '戻って加えた質問' })).status).toBe(303);
    expect((await own.get(at)).html).toContain('戻って加えた質問');
    const section = {
      title: '加えた節',
      minutes: '5',
      ':request': await hidden(own, `${at}/sections/new`, ':request'),
    };
    for (const _ of [1, 2]) expect((await own.post(`${at}/sections/new`, section)).status).toBe(303);
    expect((await own.get(at)).html).toContain('3　加えた節');
    expect((await own.get(at)).html).not.toContain('4　加えた節');
  });

  test('move, double, delete, reword and take back once, however often the button is pressed', async () => {
    const questions = async () =>
      [...(await own.get(at)).html.matchAll(/・ID ([\w-]+)</g)].map(([, id = '']) => id).join(' ');
    const pressed = async (act: string, times = 2) => {
      const fields = { ':request': await hidden(own, at, ':request'), version: await hidden(own, at, 'version') };
      for (let time = 0; time < times; time += 1) expect((await own.post(at, { ...fields, act })).status).toBe(303);
    };
    await pressed('duplicate|question||places|');
    expect(await questions()).toBe('places q1 strengths');
    await pressed('duplicate|question||places|');
    expect(await questions()).toBe('places q2 q1 strengths');
    await pressed('up|question||q1|');
    expect(await questions()).toBe('places q1 q2 strengths');
    await pressed('undo', 3);
    expect(await questions()).toBe('places q2 q1 strengths');
    await pressed(await deleting(own, 'section', 'words'));
    expect((await own.get(at)).html).not.toContain('part-section-words');

    const path = `${at}/questions/places`;
    const typed = { ...integer, label: '直した言葉', ':seen': await hidden(own, path) };
    const request = await hidden(own, path, ':request');
    for (const _ of [1, 2]) expect((await own.post(path, { ...typed, ':request': request })).status).toBe(303);
    expect((await own.post(path, { ...typed, ':request': 'another' })).status).toBe(409);
  });

  test('are told of a condition whose question the other deleted, before and after it was set', async () => {
    const path = `${at}/questions/strengths/when`;
    const chosen = { about: 'places', comparison: 'answered', ':seen': await hidden(own, `${path}?about=places`) };
    expect((await other.post(at, { act: await deleting(other, 'question', 'places') })).status).toBe(303);
    const lost = await own.post(path, chosen);
    expect(lost.status).toBe(422);
    expect(lost.html).toContain('決める質問が、ここより前にありません');
    const version = await hidden(other, at, 'version');
    expect((await other.get(at)).html).not.toContain('直前の変更（');
    expect((await own.get(at)).html).toContain('直前の変更（厚労 次郎）を元に戻す');
    expect((await other.post(at, { act: 'undo', version })).status).toBe(303);
    expect((await own.post(path, chosen)).status).toBe(303);
    expect((await other.post(at, { act: await deleting(other, 'question', 'places') })).status).toBe(303);
    expect((await other.get(at)).html).toContain('条件や式が指す質問がありません');
    const part = await own.post(`${at}/questions/places/when`, chosen);
    expect(part.status).toBe(409);
    expect(part.html).toContain('条件は保存していません');
  });

  test('are told what changed where the page does not show it, or where the kind of the question changed', async () => {
    const path = `${at}/questions/strengths`;
    const seen = await hidden(own, path);
    const condition = { about: 'places', comparison: 'answered' };
    const when = `${path}/when`;
    await other.post(when, { ...condition, ':seen': await hidden(other, `${when}?about=places`) });
    const typed = { ...long, label: '魅力' };
    const unseen = await own.post(path, { ...typed, ':seen': seen });
    expect(unseen.html).toContain('保存しても、その変更は残ります');
    const now = await hidden(own, path);
    expect((await other.post(path, { ...integer, label: '魅力', ':seen': now })).status).toBe(303);
    const kind = await own.post(path, { ...typed, ':seen': now });
    expect(kind.status).toBe(409);
    expect(kind.html).toContain('答え方');
    expect((await own.get(at)).html).toContain('表示する条件：「受入可能人数」に回答した場合');
  });

  test('publish nothing that was not seen, and an edit that was under way goes into the next version and says so', async () => {
    const publish = `${at}/publish`;
    const pressed = async (visitor: Visitor, request: string) => ({
      request,
      draft: await hidden(visitor, publish, 'draft'),
    });
    const press = await pressed(own, 'one');
    const path = `${at}/questions/places`;
    const seen = await hidden(other, path);
    expect((await other.post(path, { ...integer, label: '一つ目の言葉', ':seen': seen })).status).toBe(303);
    const moved = await own.post(publish, press);
    expect(moved.status).toBe(409);
    expect(moved.html).toContain('別の変更が保存されたか、公開されました');
    const before = await hidden(other, path);
    expect((await own.post(publish, await pressed(own, 'two'))).status).toBe(303);
    const saved = await other.post(path, { ...integer, label: '二つ目の言葉', ':seen': before });
    expect(saved.status).toBe(303);
    expect((await other.get(saved.location?.split('#')[0] ?? '')).html).toContain(
      '公開中の第1版は変わりません。この変更は、次の版を公開すると入ります。',
    );
    expect((await other.get(at)).html).toContain('変更中');
  });
});
