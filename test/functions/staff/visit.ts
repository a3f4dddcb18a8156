import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { csrfToken } from '#functions/site/cookie.ts';
import { type Route, site } from '#functions/site/site.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import type { SmallCountry } from '#test/support/small-country.ts';
import { staffRoutes } from '../every-route.ts';

const origin = 'https://renkei.example';

/** What a page answered, as a browser would see it. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
}

/** One person's browser before a site. */
export interface Visitor {
  get(path: string): Promise<Seen>;
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Seen>;
}

/** Calls the staff's sites as API Gateway would, signed in as the actor. */
export const visitor = (country: SmallCountry, actor: Actor): Promise<Visitor> =>
  visitorOf({ ...country.desk, origin }, actor, staffRoutes);

/** Calls any site's handler as API Gateway would, signed in as the actor. */
export async function visitorOf<D extends Desk>(desk: D, actor: Actor, table: readonly Route<D>[]): Promise<Visitor> {
  const handler = site({ desk, origin, routes: table, door: '/s/sign-in' });
  const secret = actor.kind === 'nobody' ? '' : await openSession(desk, actor);
  const call = async (method: string, path: string, body?: string): Promise<Seen> => {
    const result = await handler(eventOf(method, path, secret, body), context);
    return seen(result);
  };
  return {
    get: (path) => call('GET', path),
    post: (path, fields = {}) => {
      const body = new URLSearchParams('csrf' in fields ? {} : { csrf: csrfToken(secret) });
      for (const [name, value] of Object.entries(fields)) {
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      }
      return call('POST', path, body.toString());
    },
  };
}

function seen(result: unknown): Seen {
  const { statusCode = 0, body = '', headers = {}, cookies = [] }: APIGatewayProxyStructuredResultV2 = Object(result);
  const location = headers.location;
  return { status: statusCode, html: body, location: location === undefined ? undefined : String(location), cookies };
}

/** An event of API Gateway's HTTP API (format 2.0). */
export function eventOf(
  method: string,
  path: string,
  secret: string,
  body: string | undefined,
): APIGatewayProxyEventV2 {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    cookies: secret === '' ? [] : [`__Host-renkei=${secret}`],
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
      requestId: '',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body }),
  };
}

/** What Lambda tells a handler about itself. */
export const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'staff',
  functionVersion: '1',
  invokedFunctionArn: '',
  memoryLimitInMB: '1024',
  awsRequestId: '',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
