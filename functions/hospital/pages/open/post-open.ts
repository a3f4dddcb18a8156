import { sessionCookie } from '#functions/site/cookie.ts';
import { field, type PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { redeemLink } from '#lib/usecases/redeem-link.ts';
import { addresses, answerAddresses } from '../../addresses.ts';
import { OpenPage } from './open-page.tsx';

/** Longest code that is looked up; what a person could mean is far shorter. */
const longest = 200;

/** Opens a link: signs in, and goes to the survey or to the list. */
export async function postOpen(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const { csrf } = request;
  const code = field(request, 'code').slice(0, longest);
  if (code.trim() === '') return { page: OpenPage({ csrf, refused: 'empty' }), status: 422 };
  const link = await redeemLink(desk, codeIn(code));
  if (!link.ok) return { page: OpenPage({ csrf, code, refused: link.error.kind }), status: 422 };
  const { capability, secret } = link.value;
  const { round, purpose, organisation } = capability;
  return {
    redirect:
      purpose === 'answer' ? answerAddresses(link.value.actor, round, organisation).survey : addresses.list(round),
    cookie: sessionCookie(secret),
  };
}

/** The code in what was pasted, which may be the whole link. */
const codeIn = (typed: string): string => typed.slice(typed.indexOf('#') + 1);
