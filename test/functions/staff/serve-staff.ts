import { site } from '#functions/site/site.ts';
import { routes as signInRoutes } from '#functions/staff/sign-in/routes.ts';
import { simplePasskeys } from '#functions/staff/sign-in/simple-passkeys.ts';
import { staffRoutes as routes } from '#test/functions/every-route.ts';
import { type Served, serve } from '#test/support/serve.ts';
import type { SmallCountry } from '#test/support/small-country.ts';

/** The staff's site and its door, over a small country in memory. */
export const serveStaff = (country: SmallCountry): Promise<Served> =>
  serve({
    assets: [
      'functions/components/app.css',
      'functions/staff/components/staff.client.ts',
      'functions/planning/components/planning.client.ts',
      'functions/staff/sign-in/sign-in.client.ts',
    ],
    home: '/s/home',
    site: (origin) => {
      const desk = { ...country.desk, origin, passkeys: simplePasskeys(origin) };
      const door = '/s/sign-in';
      const [pages, entrance] = [
        site({ desk, origin, routes, door }),
        site({ desk, origin, routes: signInRoutes, door }),
      ];
      return (path) => (path.startsWith('/s/sign-in') ? entrance : pages);
    },
  });
