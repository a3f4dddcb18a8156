import { site } from '#functions/site/site.ts';
import { container } from './container.ts';
import { documentCookieOf, routes } from './routes.ts';

export const handler = site({ ...container, routes, door: '/d/open', cookie: documentCookieOf });
