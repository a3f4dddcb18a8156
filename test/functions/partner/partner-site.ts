import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { routes as files } from '#functions/partner/download/routes.ts';
import { routes as pages } from '#functions/partner/routes.ts';
import { routes as why } from '#functions/partner/why/routes.ts';
import { csrfToken } from '#functions/site/cookie.ts';
import { site } from '#functions/site/site.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { RuleDesk } from '#lib/usecases/desk.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { memoryFiles } from '#test/support/memory-files.ts';

/** As the API leads them: a file's more particular path first. */
const routes = [...files, ...pages, ...why];
const origin = 'https://renkei.example';
const noContext = {} as unknown as Context;

/** What came back: status, headers and body as a browser would get them. */
export interface Got {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

export interface Visit {
  readonly accept?: string;
  readonly posted?: Readonly<Record<string, string>>;
}

/** The pages on partners as a browser of one actor sees them; cookie, origin and token are sent as a browser would. */
export async function visitorOf(desk: RuleDesk, actor?: Actor) {
  const serve = site({ desk: { files: memoryFiles(), ...desk }, origin, routes, door: '/h/open' });
  const secret = actor ? await openSession(desk, actor) : '';
  return async (address: string, { accept = 'text/html', posted }: Visit = {}): Promise<Got> => {
    const { pathname, search } = new URL(address, origin);
    const method = posted ? 'POST' : 'GET';
    const event: APIGatewayProxyEventV2 = {
      version: '2.0',
      routeKey: '$default',
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers: {
        accept,
        origin,
        ...(posted ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } : {}),
      },
      ...(secret ? { cookies: [`__Host-renkei=${secret}`] } : {}),
      ...(posted ? { body: new URLSearchParams({ csrf: csrfToken(secret), ...posted }).toString() } : {}),
      isBase64Encoded: false,
      requestContext: {
        accountId: '',
        apiId: '',
        domainName: '',
        domainPrefix: '',
        requestId: '',
        routeKey: '$default',
        stage: '$default',
        time: '',
        timeEpoch: 0,
        http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      },
    };
    const { statusCode = 0, headers = {}, body = '' } = await serve(event, noContext);
    return { status: statusCode, location: headers.location?.toString(), body };
  };
}

/** Text of a page without its tags, for reading what it says. */
export const textOf = (body: string): string => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
