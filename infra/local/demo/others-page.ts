import { type Html, html } from './html.ts';

/** Whether the other hospitals are answering, or how many did when last told. */
export type Others =
  | { readonly kind: 'idle' }
  | { readonly kind: 'answering' }
  | { readonly kind: 'answered'; readonly hospitals: number };

/** Where the other hospitals are told to answer. */
export function othersPage(others: Others): Html {
  if (others.kind === 'answering') {
    return html`<p class="demo-notice" role="status">ほかの病院が回答しています。この画面は自動で新しくなります。</p>`;
  }
  const said =
    others.kind === 'answered'
      ? html`<p class="demo-notice" role="status">${others.hospitals}病院が回答を提出しました。</p>`
      : html``;
  return html`${said}<p>受付中の調査に、ほかの病院の7割ほどから架空の回答を提出させます。あなたが演じる病院の回答は変わりません。</p>
<form method="post" action="/demo/others"><button>ほかの病院に回答してもらう</button></form>`;
}
