import type { Route } from '#functions/site/site.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { answerRoutes } from './answer-routes.ts';
import { partnerRoutes } from './partner-routes.ts';

/** The hospitals' site, a line a page. */
export const routes: readonly Route<Desk>[] = [...answerRoutes, ...partnerRoutes];
