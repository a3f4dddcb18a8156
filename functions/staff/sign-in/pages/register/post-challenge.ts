import { field } from '#functions/site/request.ts';
import type { SignInPageOf } from '#functions/staff/sign-in/sign-in-desk.ts';
import { startRegistration } from '#lib/usecases/accounts/register-passkey.ts';
import { registerWords } from './register-words.ts';

/** Gives the browser of somebody with a good code what it needs to make a passkey. */
export const postRegisterChallenge: SignInPageOf = async (request, desk) => {
  const begun = await startRegistration(desk, desk.passkeys, field(request, 'code'));
  return begun.ok ? { json: begun.value } : { json: { message: registerWords[begun.error.kind] }, status: 422 };
};
