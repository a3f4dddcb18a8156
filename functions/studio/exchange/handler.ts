import { site } from '#functions/site/site.ts';
import { container } from './container.ts';
import { routes } from './routes.ts';

export const handler = site({ ...container, routes, door: '/s/sign-in' });
