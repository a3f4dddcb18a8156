/** Text made safe for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** An HTML fragment that is already safe. */
export interface Html {
  readonly html: string;
}

/** Joins fragments; every text put in is escaped, every fragment and list of fragments is kept. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const parts = strings.map((text, n) => {
    const value = values[n];
    if (value === undefined) return text;
    if (typeof value === 'string' || typeof value === 'number') return text + escapeHtml(String(value));
    return text + ('html' in value ? value.html : value.map((each) => each.html).join(''));
  });
  return { html: parts.join('') };
}

/** Plain text of a mail as HTML: line breaks kept, addresses of pages clickable (they open beside the inbox). */
export function linkedText(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<>"「」（）、。]+)/);
  return {
    html: parts
      .map((part, n) => (n % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part)))
      .join(''),
  };
}
