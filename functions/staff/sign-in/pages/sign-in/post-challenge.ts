import type { SignInPageOf } from '#functions/staff/sign-in/sign-in-desk.ts';
import { startSignIn } from '#lib/usecases/accounts/sign-in.ts';
import { signInWords } from './sign-in-words.ts';

/** Gives the browser a challenge to answer with a passkey. */
export const postSignInChallenge: SignInPageOf = async (_request, desk) => {
  const begun = await startSignIn(desk, desk.passkeys);
  return begun.ok ? { json: begun.value } : { json: { message: signInWords[begun.error.kind] }, status: 429 };
};
