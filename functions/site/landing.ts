import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Whether the page's script asks for the page that a form leads to in the same answer (RFC 7240), which spares the request that would fetch it. */
export const wantsLanding = ({ headers }: Pick<APIGatewayProxyEventV2, 'headers'>): boolean =>
  headers.prefer === 'return=representation';

/** The request that the browser would make next when a form's answer leads there, with the cookie that it was just given. */
export function landingOf(
  event: APIGatewayProxyEventV2,
  to: string,
  cookie: string | readonly string[] | undefined,
): APIGatewayProxyEventV2 {
  const { pathname, search } = new URL(to, 'https://site.invalid');
  const { body: _body, pathParameters: _parameters, cookies, ...rest } = event;
  const { prefer: _prefer, ...headers } = event.headers;
  const http = { ...event.requestContext.http, method: 'GET', path: pathname };
  return {
    ...rest,
    headers,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    requestContext: { ...event.requestContext, http },
    cookies: cookie === undefined ? (cookies ?? []) : [[cookie].flat()[0]?.split(';')[0] ?? ''],
  };
}

/** The page in place of the redirect to it; the redirect itself where that page is another function's or is refused. */
export const landed = (
  redirect: APIGatewayProxyStructuredResultV2,
  page: APIGatewayProxyStructuredResultV2,
): APIGatewayProxyStructuredResultV2 =>
  page.statusCode === 200
    ? {
        ...page,
        headers: {
          ...page.headers,
          'content-location': redirect.headers?.location ?? '',
          'preference-applied': 'return=representation',
        },
        cookies: [...(redirect.cookies ?? []), ...(page.cookies ?? [])],
      }
    : redirect;
