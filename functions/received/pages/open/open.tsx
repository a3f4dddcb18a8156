import { sessionCookie } from '#functions/site/cookie.ts';
import { field } from '#functions/site/request.ts';
import type { Route } from '#functions/site/site.ts';
import { redeemDocumentLink } from '#lib/usecases/distributions/open-document.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import { OpenPage } from './open-page.tsx';

type Page = Route<FilesDesk>['page'];

/** Longest code that is looked up; what a person could mean is far shorter. */
const longest = 200;

/** Shows the door; it changes nothing, however often a mail scanner looks at it. */
export const getOpen: Page = ({ csrf, query }) => ({ page: <OpenPage csrf={csrf} ended={query.has('ended')} /> });

/** Opens a document's link, and goes to the document. */
export const postOpen: Page = async (request, desk) => {
  const { csrf } = request;
  const code = field(request, 'code').slice(0, longest);
  if (code.trim() === '') return { page: <OpenPage csrf={csrf} refused="empty" />, status: 422 };
  const opened = await redeemDocumentLink(desk, code.slice(code.indexOf('#') + 1));
  if (!opened.ok) return { page: <OpenPage csrf={csrf} code={code} refused={opened.error} />, status: 422 };
  const { distribution, secret } = opened.value;
  return { redirect: `/d/${distribution}`, cookie: sessionCookie(secret, 'document') };
};
