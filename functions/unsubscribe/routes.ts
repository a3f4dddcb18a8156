import type { Route } from '#functions/site/site.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { getUnsubscribe, postUnsubscribe } from './pages/unsubscribe/unsubscribe.tsx';

/** The way out that stands in every announcement; the token in the address is all it takes. */
export const routes: readonly Route<Desk>[] = [
  { method: 'GET', path: '/u/{token}', action: 'subscription.change', page: getUnsubscribe },
  { method: 'POST', path: '/u/{token}', action: 'subscription.change', capability: true, page: postUnsubscribe },
];
