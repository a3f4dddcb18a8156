import { describe, expect, test } from 'vitest';
import { documentMail, roundMail } from '#lib/core/notices/notice.ts';
import { checkWording, filled, piecesOf } from '#lib/core/notices/wording.ts';
import { builtInDocumentWordings } from '#lib/mail/built-in-document-wordings.ts';
import { builtInWordings } from '#lib/mail/built-in-wordings.ts';

const good = { subject: '【お願い】{調査名}', body: '{病院名}の皆さま\n\n■ 期限：{期限}\n\n{リンク：開く}' };
const noted = { subject: '【事務連絡】{件名}', body: '{送付文}\n\n{リンク：開く}' };
const problems = (change: Partial<typeof good>, kind: 'request' | 'receipt' = 'request') => {
  const checked = checkWording(kind, { ...good, ...change });
  return checked.ok ? [] : checked.error.map(({ field, message }) => `${field} ${message}`);
};

describe('checking a wording', () => {
  test.each(roundMail.options)('takes the built-in one of %s', (kind) => {
    expect(checkWording(kind, builtInWordings[kind])).toMatchObject({ ok: true });
  });

  test.each<[string, Partial<typeof good>, string]>([
    ['an unknown placeholder', { subject: '{締切}' }, 'subject 「{締切}」は使えません'],
    ['a placeholder of another kind', { body: `${good.body}\n\n{確認事項}` }, 'body 「{確認事項}」は使えません'],
    ['a missing link', { body: '本文' }, 'body リンクがありません'],
    ['two links', { body: `${good.body}\n\n{リンク：もう一度}` }, 'body リンクは1つだけ'],
    ['a link within a sentence', { body: 'こちら{リンク：開く}から' }, 'body リンクは、前後に空行'],
    ['a line break in the subject', { subject: 'a\r\nBcc: x@y.example' }, 'subject 件名は、改行を入れずに'],
    ['an empty subject', { subject: ' ' }, 'subject 件名を入力してください'],
    ['a brace without its other', { subject: '{調査名' }, 'subject 「{」と「}」の組'],
  ])('finds %s and says so at its field', (_what, change, words) => {
    expect(problems(change).some((problem) => problem.startsWith(words))).toBe(true);
  });

  test.each(documentMail.options)('takes the built-in one of a document’s mail, %s', (kind) => {
    expect(checkWording(kind, builtInDocumentWordings[kind])).toMatchObject({ ok: true });
  });

  test.each<[string, 'document' | 'document-again', Partial<typeof noted>, string | undefined]>([
    ['without its covering note', 'document', { body: '{リンク：開く}' }, 'body 送付文がありません'],
    ['without its covering note, sent again', 'document-again', { body: '{リンク：開く}' }, undefined],
    [
      'with the note in a sentence',
      'document',
      { body: '次のとおり{送付文}\n\n{リンク：開く}' },
      'body 送付文は、本文に',
    ],
    [
      'with the note as a fact',
      'document-again',
      { body: '■ 文：{送付文}\n\n{リンク：開く}' },
      'body 送付文は、本文に',
    ],
    ['with the note twice', 'document', { body: `${'{送付文}\n\n'.repeat(2)}{リンク：開く}` }, 'body 送付文は、本文に'],
    ['with the note in the subject', 'document', { subject: '{送付文}' }, 'body 送付文は、本文に'],
    ['with what only rounds have', 'document', { subject: '{調査名}' }, 'subject 「{調査名}」は使えません'],
    ['without its link', 'document', { body: '{送付文}' }, 'body リンクがありません'],
  ])('judges a document’s mail %s', (_what, kind, change, words) => {
    const checked = checkWording(kind, { ...noted, ...change });
    const said = checked.ok ? [] : checked.error.map(({ field, message }) => `${field} ${message}`);
    expect(said).toEqual(words === undefined ? [] : [expect.stringContaining(words)]);
  });

  test('refuses a link in a mail that has none', () => {
    expect(problems({}, 'receipt')).toEqual([expect.stringContaining('このメールにはリンクがありません')]);
  });
});

test('a value is filled in once and never read as words of its own', () => {
  const values = new Map([
    ['病院名', '{期限}\n\n{リンク：偽}'],
    ['期限', '1月29日'],
  ]);
  expect(piecesOf(good.body).map((piece) => ('paragraph' in piece ? filled(piece.paragraph, values) : piece))).toEqual([
    '{期限}\n\n{リンク：偽}の皆さま',
    { facts: [['期限', '{期限}']] },
    { linkLabel: '開く' },
  ]);
});
