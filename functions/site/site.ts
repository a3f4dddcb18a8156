import middy from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ErrorPage } from '#functions/components/error-page.tsx';
import type { Actor } from '#lib/core/permission/actor.ts';
import { type Action, may, type Resource } from '#lib/core/permission/table.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { actorOf } from '#lib/usecases/sessions.ts';
import { csrfToken, isCsrfToken, secretIn } from './cookie.ts';
import { landed, landingOf, wantsLanding } from './landing.ts';
import { bodyOf, type PageRequest } from './request.ts';
import { type PageResponse, respond } from './response.ts';

/** One line of a site: what it answers to, what act it is in the permission table, to what resource, and the page. */
export interface Route<D extends Desk> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly action: Action;
  /** The resource acted on, for the permission table; undefined when there is no such thing. */
  readonly resource?: (request: PageRequest, desk: D) => Promise<Resource | undefined> | Resource | undefined;
  /** The token in the address is all it takes, so no cookie is believed and whoever holds it may post, from wherever: RFC 8058 has mail servers do so. */
  readonly capability?: true;
  readonly page: (request: PageRequest, desk: D) => Promise<PageResponse> | PageResponse;
}

type Answer = APIGatewayProxyStructuredResultV2;
type PageHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Answer>;

/** A Lambda handler out of a table of routes: session, cross-site check and permission stand before every page. */
export function site<D extends Desk>(options: {
  readonly desk: D;
  readonly origin: string;
  readonly routes: readonly Route<D>[];
  /** Where somebody who is not signed in is sent. */
  readonly door: string;
  /** Name of the cookie that holds the session of a path; the one for work unless told. */
  readonly cookie?: (path: string) => string;
}): PageHandler {
  const { desk, routes } = options;
  /** Who posted the form whose landing page is asked for: read once for both. */
  const posting = new WeakMap<APIGatewayProxyEventV2, Actor>();
  const serve =
    (route: Route<D>): PageHandler =>
    async (event, context) => {
      const secret = route.capability ? '' : secretIn(event.cookies, options.cookie?.(event.rawPath));
      const actor = posting.get(event) ?? (await actorOf(desk, secret));
      const response = await answer(event, route, { secret, actor });
      const said = respond(response);
      if (!('redirect' in response) || !response.redirect.startsWith('/') || !wantsLanding(event)) return said;
      if (response.landing) return landed(said, respond(response.landing()));
      const next = landingOf(event, response.redirect, response.cookie);
      if (response.cookie === undefined) posting.set(next, actor);
      return landed(said, await router(next, context));
    };

  async function answer(
    event: APIGatewayProxyEventV2,
    route: Route<D>,
    { secret, actor }: Pick<PageRequest, 'secret' | 'actor'>,
  ): Promise<PageResponse> {
    const body = await bodyOf(event);
    if (!body) return { page: ErrorPage({ kind: 'unreadable' }), status: 400 };
    const request = requestOf(event, actor, secret, body);
    if (route.method === 'POST' && !route.capability && !isOurs(event, request, options.origin)) {
      return refused(request, 'cross-site', 403);
    }
    const resource = route.resource ? await route.resource(request, desk) : {};
    if (actor.kind === 'nobody' && !may(actor, route.action, resource))
      return request.wantsJson ? refused(request, 'signed-out', 401) : { redirect: options.door };
    if (resource === undefined) return refused(request, 'not-found', 404);
    if (!may(actor, route.action, resource)) return refused(request, 'not-allowed', 403);
    return route.page(request, desk);
  }

  const router = httpRouter<APIGatewayProxyEventV2, Answer>({
    routes: routes.map((route) => ({ method: route.method as Method, path: route.path, handler: serve(route) })),
    notFoundResponse: () => respond({ page: ErrorPage({ kind: 'not-found' }), status: 404 }),
  });
  return middy<APIGatewayProxyEventV2, Answer>()
    .use({
      onError: (failed) => {
        console.error(JSON.stringify({ code: 'page-failed', error: String(failed.error), stack: failed.error?.stack }));
        failed.response = respond({ page: ErrorPage({ kind: 'failed' }), status: 500 });
      },
    })
    .handler(router);
}

const refused = (
  request: PageRequest,
  kind: 'cross-site' | 'not-found' | 'not-allowed' | 'signed-out',
  status: number,
) => (request.wantsJson ? { json: { kind }, status } : { page: ErrorPage({ kind }), status });

function requestOf(
  event: APIGatewayProxyEventV2,
  actor: Actor,
  secret: string,
  body: Pick<PageRequest, 'posted' | 'files'>,
): PageRequest {
  return {
    actor,
    secret,
    cookies: event.cookies ?? [],
    ...body,
    method: event.requestContext.http.method,
    path: event.rawPath,
    params: Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, decodeURIComponent(value ?? '')]),
    ),
    query: new URLSearchParams(event.rawQueryString),
    wantsJson: (event.headers.accept ?? '').startsWith('application/json'),
    csrf: csrfToken(secret),
  };
}

/** Whether a POST comes from a page of ours: by the browser's own word, by its origin where it gives none, and by the session's token. */
function isOurs(event: APIGatewayProxyEventV2, request: PageRequest, origin: string): boolean {
  const site = event.headers['sec-fetch-site'];
  const sameSite = site === undefined ? event.headers.origin === origin : site === 'same-origin';
  if (!sameSite) return false;
  return request.actor.kind === 'nobody' || isCsrfToken(request.secret, request.posted.csrf?.[0] ?? '');
}
