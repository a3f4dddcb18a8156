import { expect, test } from 'vitest';
import { bounceWords } from '#functions/letters/pages/unreachable/bounce-words.ts';

test.each([
  ['smtp; 550 5.1.1 user unknown', '宛先のアドレスがありません・5.1.1'],
  ['smtp; 552 5.2.2 mailbox full', '受信箱がいっぱいです・5.2.2'],
  ['smtp; 550 5.7.1 message rejected by policy', '受信側の決まりで断られました・5.7.1'],
  ['smtp; 554 5.6.0 other', '受信側で断られました・5.6.0'],
  ['10.5.1.12 said no', '受信側で断られました'],
])('%s is said in Japanese', (answer, words) => {
  expect(bounceWords(answer)).toBe(words);
});
