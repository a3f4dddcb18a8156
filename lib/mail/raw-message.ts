import { createHash } from 'node:crypto';
import { isAddress } from '#lib/core/announcements/recipient.ts';
import type { Letter } from '#lib/core/ports.ts';

/** Bytes of text in one encoded word: RFC 2047 allows 75 characters with its frame, base64 makes 4 of 3. */
const wordBytes = 45;

/**
 * A letter as RFC 5322 with MIME, both forms of its body in base64, with List-Unsubscribe and List-Unsubscribe-Post (RFC 8058).
 * A header's value is an address that was checked, an encoded word or a fixed text, so that nothing can begin another header.
 */
export function rawMessage(
  letter: Pick<Letter, 'to' | 'subject' | 'text' | 'html'>,
  from: string,
  unsubscribe: string,
): Uint8Array | 'bad-address' {
  if (!isAddress(letter.to) || !isAddress(from)) return 'bad-address';
  if (!/^https?:\/\/[\w.:/~-]+$/.test(unsubscribe))
    throw new TypeError('the address for unsubscribing cannot stand in a header');
  const boundary = `=_${createHash('sha256').update(`${letter.to}\n${letter.text}`).digest('hex').slice(0, 32)}`;
  const lines = [
    `From: ${from}`,
    `To: ${letter.to}`,
    `Subject: ${encodedWords(letter.subject)}`,
    `List-Unsubscribe: <${unsubscribe}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part(boundary, 'text/plain', letter.text),
    ...part(boundary, 'text/html', letter.html),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'ascii');
}

/** Text as encoded words of RFC 2047, folded, no character cut in two. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > wordBytes) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}

const part = (boundary: string, type: string, body: string): readonly string[] => [
  `--${boundary}`,
  `Content-Type: ${type}; charset=UTF-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...(Buffer.from(body)
    .toString('base64')
    .match(/.{1,76}/g) ?? ['']),
];
