import { type Html, html } from './html.ts';
import type { Persona } from './personas.ts';

/** Who one can be. */
export function personasPage(personas: readonly Persona[]): Html {
  if (personas.length === 0) return html`<p class="demo-notice">体験版の人物はまだ用意されていません。</p>`;
  const card = (persona: Persona) => html`<li class="demo-card">
<p>${persona.organisation}</p>
<p><strong>${persona.name}</strong></p>
<p>${persona.purpose}</p>
<form method="post" action="/demo/sign-in"><input type="hidden" name="persona" value="${persona.id}"><button>この人として始める</button></form>
</li>`;
  return html`<p>どの立場で試すかを選んでください。人物はいつでも替えられます。送られたメールは<a href="/demo/mail">受信箱</a>に届きます。</p>
<ul class="demo-cards">${personas.map(card)}</ul>`;
}
