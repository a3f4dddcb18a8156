/** A mail's content as one source from which both plain text and HTML are made. */
export interface Message {
  readonly subject: string;
  readonly greeting: string;
  readonly blocks: readonly Block[];
  /** Who sends it and whom to call. */
  readonly office: { readonly name: string; readonly telephone: string };
}

export type Block =
  | { readonly paragraph: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly link: string; readonly label: string; readonly code?: string; readonly codeName?: string };

/** The plain-text form. */
export function textOf(message: Message): string {
  const blocks = message.blocks.map((block) => {
    if ('paragraph' in block) return block.paragraph;
    if ('facts' in block) return block.facts.map(([label, value]) => `■ ${label}：${value}`).join('\n');
    const typed = block.code
      ? `\n（リンクが開かないときは、この${block.codeName ?? '回答コード'}を入力してください：${block.code}）`
      : '';
    return `${block.label}\n${block.link}${typed}`;
  });
  return [message.greeting, ...blocks, signature(message)].join('\n\n');
}

/** The HTML form: no pictures, nothing loaded from anywhere. */
export function htmlOf(message: Message): string {
  const blocks = message.blocks.map((block) => {
    if ('paragraph' in block) return `<p>${escapeHtml(block.paragraph)}</p>`;
    if ('facts' in block) {
      const lines = block.facts.map(
        ([label, value]) => `<tr><th align="left">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
      );
      return `<table cellpadding="6" border="1" style="border-collapse:collapse">${lines.join('')}</table>`;
    }
    const typed = block.code
      ? `<p>リンクが開かないときは、この${escapeHtml(block.codeName ?? '回答コード')}を入力してください：<b>${escapeHtml(block.code)}</b></p>`
      : '';
    return `<p><a href="${escapeHtml(block.link)}">${escapeHtml(block.label)}</a></p>${typed}`;
  });
  const end = signature(message).split('\n').map(escapeHtml).join('<br>');
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${escapeHtml(message.subject)}</title></head><body style="font-family:sans-serif;line-height:1.7"><p>${escapeHtml(message.greeting)}</p>${blocks.join('')}<p>${end}</p></body></html>`;
}

const signature = ({ office }: Message): string =>
  [
    '――――――――――',
    office.name,
    `電話 ${office.telephone}`,
    'このメールは送信専用です。お問い合わせは上の電話番号へお願いします。',
  ].join('\n');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark).replaceAll('\n', '<br>');
