/** What an enhanced status code says (RFC 3463), the more particular first. */
const meanings: readonly (readonly [code: RegExp, words: string])[] = [
  [/^\d\.1\./, '宛先のアドレスがありません'],
  [/^\d\.2\.1$/, '受信箱が止められています'],
  [/^\d\.2\.2$/, '受信箱がいっぱいです'],
  [/^\d\.4\./, '宛先のメールサーバーにつながりません'],
  [/^\d\.7\./, '受信側の決まりで断られました'],
];

/** Why a mail did not arrive, in words, out of what the other side's server answered (smtp; 550 5.1.1 user unknown); its code stays for whoever looks after the mail. */
export function bounceWords(answer: string): string {
  const [code] = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(answer) ?? [];
  if (code === undefined) return '受信側で断られました';
  const [, words = '受信側で断られました'] = meanings.find(([one]) => one.test(code)) ?? [];
  return `${words}・${code}`;
}
