import type { Route } from '#functions/site/site.ts';
import { getRegister } from './pages/register/get-register.tsx';
import { postRegisterChallenge } from './pages/register/post-challenge.ts';
import { postRegister } from './pages/register/post-register.tsx';
import { getSignIn } from './pages/sign-in/get-sign-in.tsx';
import { postSignInChallenge } from './pages/sign-in/post-challenge.ts';
import { postSignIn } from './pages/sign-in/post-sign-in.tsx';
import type { SignInDesk } from './sign-in-desk.ts';

/** The staff's door, a line a page; a function of its own, since what checks passkeys is large and seldom needed. */
export const routes: readonly Route<SignInDesk>[] = [
  { method: 'GET', path: '/s/sign-in', action: 'door.see', page: getSignIn },
  { method: 'POST', path: '/s/sign-in', action: 'door.see', page: postSignIn },
  { method: 'POST', path: '/s/sign-in/challenge', action: 'door.see', page: postSignInChallenge },
  { method: 'GET', path: '/s/sign-in/register', action: 'door.see', page: getRegister },
  { method: 'POST', path: '/s/sign-in/register', action: 'door.see', page: postRegister },
  { method: 'POST', path: '/s/sign-in/register/challenge', action: 'door.see', page: postRegisterChallenge },
];
