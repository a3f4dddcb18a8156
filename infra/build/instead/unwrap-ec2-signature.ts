/** Bytes of each of r and s, by the curve's number in COSE: P-256, P-384, P-521. */
const sizes = new Map([
  [1, 32],
  [2, 48],
  [3, 66],
]);

/**
 * Stands in for @simplewebauthn/server's reader of an ECDSA signature, which brings a whole ASN.1 library (95 KB) for a sequence of two
 * integers: gives r and s side by side, as Web Crypto checks them. Throws for any other bytes.
 */
export function unwrapEC2Signature(signature: Uint8Array, curve: number): Uint8Array<ArrayBuffer> {
  const size = sizes.get(curve);
  if (size === undefined) throw new Error('unknown curve');
  const body = element(signature, 0x30);
  const r = element(body.value, 0x02);
  const s = element(r.rest, 0x02);
  if (body.rest.length > 0 || s.rest.length > 0) throw new Error('bytes after the signature');
  const both = new Uint8Array(2 * size);
  both.set(unsigned(r.value, size), size - unsigned(r.value, size).length);
  both.set(unsigned(s.value, size), 2 * size - unsigned(s.value, size).length);
  return both;
}

/** One element of DER: the value under the tag, and what follows it. */
function element(bytes: Uint8Array, tag: number): { readonly value: Uint8Array; readonly rest: Uint8Array } {
  const [found, first = 0x80, second = 0] = bytes;
  const long = first === 0x81 && second >= 0x80;
  if (found !== tag || (first >= 0x80 && !long)) throw new Error('not a signature');
  const start = long ? 3 : 2;
  const end = start + (long ? second : first);
  if (end > bytes.length) throw new Error('not a whole signature');
  return { value: bytes.subarray(start, end), rest: bytes.subarray(end) };
}

/** A positive integer without the zero that DER puts before a high bit. */
function unsigned(value: Uint8Array, size: number): Uint8Array {
  const [first = 0x80, second = 0] = value;
  if (first >= 0x80 || (first === 0 && value.length > 1 && second < 0x80)) throw new Error('not a positive integer');
  const digits = first === 0 ? value.subarray(1) : value;
  if (digits.length > size) throw new Error('an integer too large for the curve');
  return digits;
}
