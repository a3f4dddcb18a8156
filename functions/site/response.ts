import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** What a page answers with. */
export type PageResponse =
  | { readonly page: VNode; readonly status?: number; readonly cookie?: string | readonly string[] }
  | {
      readonly redirect: string;
      /** Cookies to set, that of the session which the next page is read by first. */
      readonly cookie?: string | readonly string[];
      /** Draws the page redirected to out of what was just read; for a script that takes it in the same answer. */
      readonly landing?: () => PageResponse;
    }
  | { readonly json: unknown; readonly status?: number }
  | { readonly download: Uint8Array; readonly type: string; readonly filename: string };

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const always = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store',
};

/** Turns a page's answer into API Gateway's. */
export function respond(response: PageResponse): APIGatewayProxyStructuredResultV2 {
  if ('download' in response) {
    const name = encodeURIComponent(response.filename);
    return {
      statusCode: 200,
      headers: {
        ...always,
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'content-type': response.type,
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      },
      body: Buffer.from(response.download).toString('base64'),
      isBase64Encoded: true,
    };
  }
  if ('json' in response) {
    return {
      statusCode: response.status ?? 200,
      headers: { ...always, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(response.json),
    };
  }
  const cookies = [response.cookie ?? []].flat();
  if ('redirect' in response) {
    return { statusCode: 303, headers: { ...always, location: response.redirect }, cookies, body: '' };
  }
  return {
    statusCode: response.status ?? 200,
    headers: { ...always, 'content-type': 'text/html; charset=utf-8' },
    cookies,
    body: `<!doctype html>${renderToString(response.page)}`,
  };
}
