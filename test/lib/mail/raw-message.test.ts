import { describe, expect, test } from 'vitest';
import { headerOf, readRawMessage } from '#infra/local/ses/raw-message.ts';
import { rawMessage } from '#lib/mail/raw-message.ts';

const letter = {
  to: 'a@u.example',
  subject: '説明会のお知らせ'.repeat(8),
  text: 'こんにちは\n髙橋さん',
  html: '<p>こんにちは</p>',
};
const url = 'https://renkei.example/u/abc.def.g-h_i';

function made(one = letter): Buffer {
  const raw = rawMessage(one, 'no-reply@news.renkei.example', url);
  if (raw === 'bad-address') throw new Error(raw);
  return Buffer.from(raw);
}

describe('A raw message', () => {
  test('says in its headers how one click ends the subscription', () => {
    const { headers } = readRawMessage(made());
    expect(headerOf(headers, 'List-Unsubscribe')).toBe(`<${url}>`);
    expect(headerOf(headers, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  });

  test('carries subject and both bodies whole, in lines of at most 76 characters and ASCII only', () => {
    const { headers, text, html } = readRawMessage(made());
    expect(headerOf(headers, 'Subject')?.replaceAll(' ', '')).toBe(letter.subject);
    expect([text, html]).toEqual([letter.text, letter.html]);
    const lines = made().toString('latin1').split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(98);
    expect(made().every((byte) => byte < 128)).toBe(true);
  });

  test('begins no other header, whatever subject and address say', () => {
    const subject = 'お知らせ\r\nBcc: evil@u.example';
    expect(readRawMessage(made({ ...letter, subject })).headers.map(({ name }) => name)).not.toContain('Bcc');
    expect(rawMessage({ ...letter, to: 'a@u.example\r\nBcc: b@u.example' }, 'no-reply@renkei.example', url)).toBe(
      'bad-address',
    );
    expect(() => rawMessage(letter, 'no-reply@renkei.example', `${url}>\r\nBcc: b@u.example`)).toThrow();
  });
});
