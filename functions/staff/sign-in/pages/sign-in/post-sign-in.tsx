import { sessionCookie } from '#functions/site/cookie.ts';
import { field } from '#functions/site/request.ts';
import { postedJson } from '#functions/staff/sign-in/posted-json.ts';
import type { SignInPageOf } from '#functions/staff/sign-in/sign-in-desk.ts';
import { signIn } from '#lib/usecases/accounts/sign-in.ts';
import { SignInPage } from './sign-in-page.tsx';
import { signInWords } from './sign-in-words.ts';

export const postSignIn: SignInPageOf = async (request, desk) => {
  if (field(request, 'response') === '') {
    const problem = 'パスキーを使うには、ブラウザーのJavaScriptを有効にしてください。';
    return { page: <SignInPage viewer={request} problem={problem} />, status: 422 };
  }
  const entered = await signIn(desk, desk.passkeys, postedJson(request, 'response'));
  if (entered.ok) return { redirect: '/s/home', cookie: sessionCookie(entered.value) };
  return { page: <SignInPage viewer={request} problem={signInWords[entered.error.kind]} />, status: 422 };
};
