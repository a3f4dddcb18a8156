import { plain } from './characters.ts';

/** A Japanese telephone number as typed, kept with its hyphens ("03-1234-5678", "03-1234-5678 内線12"); undefined when it cannot be dialled. */
export function readTelephone(typed: string): string | undefined {
  const text = plain(typed)
    .replace(/^\+81[-\s]*\(?0?\)?/, '0')
    .replace(/\s*[(]?\s*(?:内線|ext\.?|EXT\.?)[:\s]*(\d{1,8})\s*[)]?$/, '#$1');
  const [number = '', extension] = text.split('#');
  const hyphenated = number
    .replace(/[()\s.]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  if (!/^0[\d-]+$/.test(hyphenated) || !/^0\d{9,10}$/.test(hyphenated.replaceAll('-', ''))) return undefined;
  return extension === undefined ? hyphenated : `${hyphenated} 内線${extension}`;
}

/** A postal code as typed (〒, either width, with or without hyphen), kept as seven digits. */
export function readPostalCode(typed: string): string | undefined {
  const text = plain(typed).replace(/^〒\s*/, '');
  return /^\d{3}[-\s]?\d{4}$/.test(text) ? text.replace(/\D/g, '') : undefined;
}

/** A mail address as typed in either width; its case is kept. */
export function readEmail(typed: string): string | undefined {
  const text = plain(typed);
  return text.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text) ? text : undefined;
}
