import { decode, decodeWords, quotedBytes } from './encoded-word.ts';

/** A header line of a mail, its value decoded. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What a raw message (RFC 5322 with MIME) says. */
export interface RawMessage {
  readonly headers: readonly Header[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly string[];
}

/** Reads a raw message: headers, the first plain text, the first HTML, and the names of attachments. */
export function readRawMessage(bytes: Buffer): RawMessage {
  const part = split(bytes.toString('latin1'));
  const found = { text: '', html: '', attachments: [] as string[] };
  walk(part, found);
  return { headers: part.headers.map(({ name, value }) => ({ name, value: decodeWords(utf8(value)) })), ...found };
}

/** The value of a header, whatever the case of its name. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

interface Part {
  readonly headers: readonly Header[];
  readonly body: string;
}

function split(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const headers = unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }];
  });
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

function walk(part: Part, found: { text: string; html: string; attachments: string[] }): void {
  const type = headerOf(part.headers, 'content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined) {
    const pieces = `\r\n${part.body}`.split(`--${boundary}`).slice(1);
    for (const piece of pieces)
      if (!piece.startsWith('--')) walk(split(piece.replace(/^\r?\n/, '').replace(/\r?\n$/, '')), found);
    return;
  }
  const disposition = headerOf(part.headers, 'content-disposition') ?? '';
  if (/^attachment/i.test(disposition)) {
    found.attachments.push(decodeWords(/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? '添付'));
  } else if (/^text\/html/i.test(type)) {
    found.html ||= content(part, type);
  } else if (/^text\//i.test(type)) {
    found.text ||= content(part, type);
  }
}

function content(part: Part, type: string): string {
  const charset = /charset="?([^";]+)"?/i.exec(type)?.[1] ?? 'utf-8';
  const encoding = (headerOf(part.headers, 'content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return decode(Buffer.from(part.body, 'base64'), charset);
  if (encoding === 'quoted-printable') return decode(quotedBytes(part.body), charset);
  return decode(Buffer.from(part.body, 'latin1'), charset);
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
