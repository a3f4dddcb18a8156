import { ErrorPage } from '#functions/components/error-page.tsx';
import { field, param } from '#functions/site/request.ts';
import type { Route } from '#functions/site/site.ts';
import {
  changeSubscription,
  readSubscriber,
  type Subscriber,
} from '#lib/usecases/announcements/change-subscription.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { UnsubscribePage } from './unsubscribe-page.tsx';

type Page = Route<Desk>['page'];

const notFound = { page: <ErrorPage kind="not-found" />, status: 404 };

const show = (token: string, { announcement, subscription }: Subscriber) => ({
  page: (
    <UnsubscribePage
      token={token}
      office={announcement.office}
      unsubscribed={subscription?.unsubscribedAt !== undefined}
    />
  ),
});

/** Shows where the subscription stands and changes nothing: programs that look into mails open every link. */
export const getUnsubscribe: Page = async (request, desk) => {
  const token = param(request, 'token');
  const found = await readSubscriber(desk, token);
  return found ? show(token, found) : notFound;
};

/** Ends the subscription at once, for the page's button and for a mail program's one click (RFC 8058); takes it up again only when the page asks for that. */
export const postUnsubscribe: Page = async (request, desk) => {
  const token = param(request, 'token');
  const changed = await changeSubscription(desk, token, field(request, 'act') === 'resume');
  if (!changed.ok) return notFound;
  if (field(request, 'act') === '') return show(token, changed.value);
  return { redirect: `/u/${encodeURIComponent(token)}` };
};
