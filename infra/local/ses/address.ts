/** A mail address out of a header value such as `"名" <a@b.example>`. */
export interface Address {
  readonly address: string;
  readonly localPart: string;
  readonly domain: string;
}

/** Reads an address as SES accepts it (ASCII, RFC 5321 lengths); gives a sentence of refusal otherwise. */
export function readAddress(value: string): Address | string {
  if (/[\r\n\0]/.test(value)) return 'Address contains a line break or NUL';
  if (/[^\x20-\x7e]/.test(value))
    return 'Address contains non-ASCII characters: a display name must be encoded (RFC 2047)';
  const address = (/<([^<>]*)>\s*$/.exec(value)?.[1] ?? value).trim();
  const at = address.lastIndexOf('@');
  if (at < 1) return `Missing final '@domain': ${address}`;
  const localPart = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  if (
    localPart.length > 64 ||
    !/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(localPart) ||
    /^\.|\.\.|\.$/.test(localPart)
  ) {
    return `Local part is not valid: ${address}`;
  }
  if (domain.length > 253 || !/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain)) {
    return `Domain is not valid: ${address}`;
  }
  return { address, localPart, domain };
}
