/** Decodes RFC 2047 encoded words (`=?UTF-8?B?…?=`) in a header value; other text stays as it is. */
export function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(=\?)/g, '$1$2');
  return joined.replace(/=\?([^?]+)\?([BbQq])\?([^?]*)\?=/g, (_whole, charset: string, kind: string, text: string) => {
    const bytes = kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedBytes(text.replaceAll('_', ' '));
    return decode(bytes, charset);
  });
}

/** Bytes of quoted-printable text (RFC 2045), soft line breaks removed. */
export function quotedBytes(text: string): Buffer {
  const plain = text.replace(/=\r?\n/g, '');
  const parts = plain.split(/(=[0-9A-Fa-f]{2})/);
  return Buffer.concat(
    parts.map((part) =>
      /^=[0-9A-Fa-f]{2}$/.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part, 'utf8'),
    ),
  );
}

/** Text of bytes in a charset; an unknown charset is read as UTF-8. */
export function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
