import { sessionCookie } from '#functions/site/cookie.ts';
import { field } from '#functions/site/request.ts';
import { postedJson } from '#functions/staff/sign-in/posted-json.ts';
import type { SignInPageOf } from '#functions/staff/sign-in/sign-in-desk.ts';
import { registerPasskey } from '#lib/usecases/accounts/register-passkey.ts';
import { RegisterPage } from './register-page.tsx';
import { registerWords } from './register-words.ts';

export const postRegister: SignInPageOf = async (request, desk) => {
  const code = field(request, 'code');
  const again = (message: string) => ({
    page: <RegisterPage viewer={request} code={code} problem={message} />,
    status: 422,
  });
  if (code.trim() === '') return again('登録コードを入力してください。');
  if (field(request, 'response') === '') {
    return again('パスキーを使うには、ブラウザーのJavaScriptを有効にしてください。');
  }
  const registered = await registerPasskey(desk, desk.passkeys, { code, response: postedJson(request, 'response') });
  return registered.ok
    ? { redirect: '/s/home', cookie: sessionCookie(registered.value) }
    : again(registerWords[registered.error.kind]);
};
