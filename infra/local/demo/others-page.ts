import { type Html, html } from './html.ts';

/** Where the other hospitals are told to answer; `answered` is how many just did. */
export function othersPage(answered: string | null): Html {
  const said =
    answered === null ? html`` : html`<p class="demo-notice" role="status">${answered}病院が回答を提出しました。</p>`;
  return html`${said}<p>受付中の調査に、ほかの病院の7割ほどから架空の回答を提出させます。あなたが演じる病院の回答は変わりません。</p>
<p>少し時間がかかります。</p>
<form method="post" action="/demo/others"><button>ほかの病院に回答してもらう</button></form>`;
}
