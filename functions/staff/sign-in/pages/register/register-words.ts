import type { RegisterRefused } from '#lib/usecases/accounts/register-passkey.ts';

/** Why a passkey was not registered, and what to do. */
export const registerWords: Readonly<Record<RegisterRefused['kind'], string>> = {
  'bad-code':
    '登録コードが使えません。期限が過ぎたか、すでに使われています。同じ所属の方に、登録のやり直しを頼んでください。',
  'not-verified': 'パスキーを登録できませんでした。もう一度お試しください。',
  busy: 'ただいま混み合っています。しばらく待ってから、もう一度お試しください。',
};
