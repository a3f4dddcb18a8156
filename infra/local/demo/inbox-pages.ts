import type { MailSummary, StoredMail } from '../ses/mailbox.ts';
import { japaneseTime } from './demo-page.ts';
import { type Html, html, linkedText } from './html.ts';

const PER_PAGE = 50;

/** The list of mails, fifty at a time, narrowed by a word in address or subject. */
export function inboxPage(mails: readonly MailSummary[], query: URLSearchParams): Html {
  const word = (query.get('q') ?? '').trim();
  const found =
    word === ''
      ? mails
      : mails.filter((mail) => mail.subject.includes(word) || mail.to.some((to) => to.includes(word)));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1));
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const search = html`<form method="get" action="/demo/mail" class="demo-row" role="search">
<div><label for="q">宛先または件名で探す</label><input id="q" name="q" value="${word}"></div><button class="plain">探す</button></form>`;
  if (mails.length === 0) return html`<p>まだメールは届いていません。</p>`;
  const item = (mail: MailSummary) => html`<li><a href="/demo/mail/${mail.id}">${mail.subject || '（件名なし）'}</a>
<p>宛先 ${mail.to.join('、')}</p><p><time datetime="${mail.at}">${japaneseTime(mail.at)}</time></p></li>`;
  const link = (to: number, label: string) =>
    html` <a href="/demo/mail?${new URLSearchParams({ q: word, page: String(to) }).toString()}">${label}</a>`;
  return html`${search}<p>${found.length}通（新しい順）</p><ul class="demo-list">${shown.map(item)}</ul>
<p>${page}／${pages}ページ${page > 1 ? link(page - 1, '前へ') : html``}${page < pages ? link(page + 1, '次へ') : html``}</p>`;
}

/** One mail: its plain text with links that open, and its HTML in a frame that can run nothing. */
export function mailPage(mail: StoredMail): Html {
  const attachments = mail.attachments.length > 0 ? html`<dt>添付</dt><dd>${mail.attachments.join('、')}</dd>` : html``;
  const text =
    mail.text === '' ? html`` : html`<h2>本文（テキスト）</h2><div class="demo-text">${linkedText(mail.text)}</div>`;
  const rich =
    mail.html === ''
      ? html``
      : html`<h2>本文（HTML）</h2><iframe class="demo-frame" title="HTMLの本文" sandbox="allow-popups allow-top-navigation-by-user-activation" src="/demo/mail/${mail.id}/html"></iframe>`;
  const headers = mail.headers.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`);
  return html`<dl class="demo-facts"><dt>差出人</dt><dd>${mail.from}</dd><dt>宛先</dt><dd>${mail.to.join('、')}</dd>
<dt>日時</dt><dd><time datetime="${mail.at}">${japaneseTime(mail.at)}</time></dd>${attachments}</dl>
${text}${rich}
<details><summary>ヘッダー</summary><dl class="demo-facts">${headers}</dl></details>
<p><a href="/demo/mail">受信箱へ戻る</a></p>`;
}

/** The HTML of a mail as a document of its own; its links leave the frame. */
export function mailFrame(mail: StoredMail): string {
  const base = '<base target="_top">';
  return /<head[^>]*>/i.test(mail.html)
    ? mail.html.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `<!doctype html><html lang="ja"><head><meta charset="utf-8">${base}<title>本文</title></head><body>${mail.html}</body></html>`;
}
