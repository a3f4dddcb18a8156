import type { SignInPageOf } from '#functions/staff/sign-in/sign-in-desk.ts';
import { SignInPage } from './sign-in-page.tsx';

export const getSignIn: SignInPageOf = (request) => ({ page: <SignInPage viewer={request} /> });
