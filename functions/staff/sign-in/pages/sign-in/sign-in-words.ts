import type { SignInRefused } from '#lib/usecases/accounts/sign-in.ts';

/** Why somebody does not get in, and what to do. */
export const signInWords: Readonly<Record<SignInRefused['kind'], string>> = {
  'not-known':
    'サインインできませんでした。もう一度お試しください。続くときは、同じ所属の方に登録のやり直しを頼んでください。',
  'too-often': '失敗が続いたため、しばらくサインインできません。15分ほど待ってから、もう一度お試しください。',
  busy: 'ただいま混み合っています。しばらく待ってから、もう一度お試しください。',
};
