import type { SignInPageOf } from '#functions/staff/sign-in/sign-in-desk.ts';
import { RegisterPage } from './register-page.tsx';

export const getRegister: SignInPageOf = (request) => ({ page: <RegisterPage viewer={request} code="" /> });
