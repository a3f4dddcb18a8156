import { sha256 } from './digest.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Writes 130 random bits as 26 letters and digits in groups of four or five, so that the code in a mail can also be typed. */
export function tokenOf(secret: Uint8Array): string {
  const letters = Array.from(secret.subarray(0, 26), (byte) => alphabet[byte & 31] ?? '0').join('');
  return letters.match(/.{1,5}/g)?.join('-') ?? letters;
}

/** The hash under which a token is stored; case, spaces, hyphens and full-width letters do not matter, nor O for 0 and I or L for 1. */
export function tokenHash(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return sha256(`link:${plain}`);
}
