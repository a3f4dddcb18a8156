import { describe, expect, test } from 'vitest';
import { emptyChain } from '#lib/core/audit/entry.ts';
import { roundMail } from '#lib/core/notices/notice.ts';
import type { AnswerState } from '#lib/core/rounds/answer.ts';
import { compose, idOfTag, tagOf } from '#lib/mail/compose.ts';
import type { Context } from '#lib/mail/letter/context.ts';

const context = (kind: Context['notice']['kind'], state: AnswerState = 'unopened', title = '受入調査'): Context => ({
  origin: 'https://renkei.example',
  now: '2027-01-20T00:30:00.000Z',
  programName: '広域連携型プログラム',
  minutes: 45,
  organisationName: '架空<b>病院',
  notice: {
    round: 'r1',
    id: '0301#request#open#abc',
    kind,
    organisation: '0301',
    to: 'kenshu@h.example',
    toName: '臨床研修担当',
    vars: { reason: '指導医の人数を\n確かめてください', hosts: 250, sourceName: '架空大学病院', message: '<script>' },
    token: 'ABCDE-FGHJK',
    state: 'sending',
    attempt: 1,
    createdAt: '2027-01-20T00:00:00.000Z',
  },
  round: {
    id: 'r1',
    program: 'p',
    edition: 'e',
    survey: 's',
    form: { id: 'f', version: 1 },
    title,
    due: '2027-01-29',
    release: '2027-02-12',
    ladder: [],
    state: 'open',
    asked: 1,
    informed: 0,
    office: { name: '医事課', telephone: '03-0000-0000' },
    createdAt: '2027-01-01T00:00:00.000Z',
    version: 1,
    chain: emptyChain,
  },
  answer: {
    round: 'r1',
    organisation: '0301',
    name: '架空病院',
    prefecture: '03',
    state,
    revision: 0,
    version: 1,
    chain: emptyChain,
  },
});

describe('letters', () => {
  test.each(roundMail.options)('%s names the hospital, the office and its telephone, in text and in HTML', (kind) => {
    const letter = compose(context(kind));
    for (const part of [letter.text, letter.html]) expect(part).toContain('医事課');
    expect(letter.text).toContain('03-0000-0000');
    expect(letter.text).toContain('架空<b>病院');
    expect(letter.html).not.toContain('<b>病院');
    expect(letter.html).not.toContain('<script>');
  });

  test('the link carries its token in the fragment, and the code can be typed', () => {
    const { text } = compose(context('request'));
    expect(text).toContain('https://renkei.example/h/open#ABCDE-FGHJK');
    expect(text).toContain('2027年（令和9年）1月29日（金）');
    expect(text).toContain('約45分');
  });

  test('a reminder speaks of where the answer stands when it goes out', () => {
    const words = (['unopened', 'drafting', 'complete', 'returned'] as const).map(
      (state) => compose(context('reminder', state)).text,
    );
    expect(new Set(words).size).toBe(4);
    expect(words[2]).toContain('まだ提出されていません');
    expect(compose(context('reminder')).subject).toContain('あと9日');
  });

  test('what lets somebody in goes by another stream than what may be complained about', () => {
    expect(compose(context('request')).stream).toBe('link');
    expect(compose(context('reminder')).stream).toBe('round');
  });

  test('no header can be begun by a title', () => {
    expect(compose(context('request', 'unopened', 'x\r\nBcc: a@b.example')).subject).not.toMatch(/[\r\n]/);
  });

  test('a tag holds only what SES allows, and gives the notice back', () => {
    const id = '0301#reminder#2027-01-29:-7#a1b2';
    expect(tagOf(id)).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(idOfTag(tagOf(id))).toBe(id);
  });
});
