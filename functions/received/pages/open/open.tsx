import { documentCookiesFor } from '#functions/site/cookie.ts';
import type { Route } from '#functions/site/site.ts';
import { codeIn, typedCode } from '#functions/site/typed-code.ts';
import { redeemDocumentLink } from '#lib/usecases/distributions/open-document.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import { OpenPage } from './open-page.tsx';

type Page = Route<FilesDesk>['page'];

/** Shows the door; it changes nothing, however often a mail scanner looks at it. */
export const getOpen: Page = ({ csrf, query }) => ({ page: <OpenPage csrf={csrf} ended={query.has('ended')} /> });

/** Opens a document's link, and goes to the document. */
export const postOpen: Page = async (request, desk) => {
  const { csrf, cookies } = request;
  const code = typedCode(request);
  if (code.trim() === '') return { page: <OpenPage csrf={csrf} refused="empty" />, status: 422 };
  const opened = await redeemDocumentLink(desk, codeIn(code));
  if (!opened.ok) return { page: <OpenPage csrf={csrf} code={code} refused={opened.error} />, status: 422 };
  const { distribution, secret } = opened.value;
  return { redirect: `/d/${distribution}`, cookie: documentCookiesFor(cookies, distribution, secret) };
};
