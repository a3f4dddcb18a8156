import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Answers the server's challenge with a passkey, then sends the form as any form is sent. */
const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
const code = document.querySelector<HTMLInputElement>('#code');

if (code && location.hash.length > 1) {
  code.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  say('');
  void answer(form).catch(() =>
    say('パスキーを確かめられませんでした。この端末に登録したパスキーを選んで、もう一度お試しください。'),
  );
});

async function answer(form: HTMLFormElement): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  const reply = await fetch(form.dataset.challenge ?? '', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: fields,
  });
  const body: unknown = await reply.json();
  if (!reply.ok) return say(String(Object(body).message ?? '時間をおいて、もう一度お試しください。'));
  const proof =
    form.dataset.passkey === 'register'
      ? await startRegistration({ optionsJSON: creation(body) })
      : await startAuthentication({ optionsJSON: request(body) });
  const response = form.querySelector<HTMLInputElement>('input[name="response"]');
  if (response) response.value = JSON.stringify(proof);
  form.submit();
}

const creation = (body: unknown): PublicKeyCredentialCreationOptionsJSON => Object(body);
const request = (body: unknown): PublicKeyCredentialRequestOptionsJSON => Object(body);

function say(words: string): void {
  const place = form?.querySelector<HTMLElement>('[data-problem]');
  if (place) place.textContent = words;
}
