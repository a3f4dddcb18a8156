import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RouteMatch } from './route-table.ts';

/** What an event is made from besides the request. */
export interface HttpEventPlace {
  readonly apiDomain: string;
  readonly accountId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Bodies of these types travel as text, all others as base64, as API Gateway sends them. */
const TEXT = /^(text\/|application\/(json|xml|javascript))/i;

/** The event of payload format 2.0 that API Gateway would send, reached through CloudFront, which passes every header but Host. */
export function httpEvent(request: IncomingMessage, body: Buffer, route: RouteMatch, place: HttpEventPlace): object {
  const [rawPath = '/', rawQueryString = ''] = split(request.url ?? '/');
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === 'connection') continue;
    if (name === 'cookie') cookies.push(...String(value).split(/;\s*/).filter(Boolean));
    else headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  headers.host = place.apiDomain;
  headers['x-forwarded-for'] = '127.0.0.1';
  headers['x-forwarded-proto'] = 'https';
  headers['x-forwarded-port'] = '443';
  const query = queryOf(rawQueryString);
  const isText = TEXT.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers,
    ...(rawQueryString === '' ? {} : { queryStringParameters: query }),
    ...(Object.keys(route.pathParameters).length > 0 ? { pathParameters: route.pathParameters } : {}),
    requestContext: {
      accountId: place.accountId,
      apiId: place.apiDomain.split('.')[0],
      domainName: place.apiDomain,
      domainPrefix: place.apiDomain.split('.')[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: new Date(place.now).toUTCString(),
      timeEpoch: Math.round(place.now),
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

function split(url: string): readonly [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function queryOf(raw: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
}
