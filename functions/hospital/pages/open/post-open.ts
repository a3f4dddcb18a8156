import { sessionCookie } from '#functions/site/cookie.ts';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { codeIn, typedCode } from '#functions/site/typed-code.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { redeemLink } from '#lib/usecases/redeem-link.ts';
import { addresses, answerAddresses } from '../../addresses.ts';
import { OpenPage } from './open-page.tsx';

/** Opens a link: signs in, and goes to the survey or to the list. */
export async function postOpen(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const { csrf } = request;
  const code = typedCode(request);
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
