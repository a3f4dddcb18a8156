import { readFileSync } from 'node:fs';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { ErrorPage } from '#functions/components/error-page.tsx';
import { respond } from '#functions/site/response.ts';
import { pages } from './routes.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Pages that need no session and no table, and the built files that browsers load. */
export const handler: APIGatewayProxyHandlerV2 = async ({ rawPath, requestContext, headers }) => {
  if (requestContext.http.method !== 'GET' && requestContext.http.method !== 'HEAD') {
    return respond({ page: ErrorPage({ kind: 'not-found' }), status: 405 });
  }
  const file = /^\/assets\/([a-z0-9-]+\.(css|js))$/.exec(rawPath);
  if (file?.[1] && file[2]) return assetResponse(file[1], file[2], headers['accept-encoding'] ?? '');
  const page = pages[rawPath];
  return respond(page ? { page: page() } : { page: ErrorPage({ kind: 'not-found' }), status: 404 });
};

function assetResponse(name: string, ending: string, accepted: string) {
  const brotli = /\bbr\b/.test(accepted);
  try {
    const body = readFileSync(new URL(`./assets/${name}${brotli ? '.br' : ''}`, import.meta.url));
    return {
      statusCode: 200,
      headers: {
        'content-type': types[ending] ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        ...(brotli ? { 'content-encoding': 'br' } : {}),
      },
      body: body.toString('base64'),
      isBase64Encoded: true,
    };
  } catch {
    return respond({ page: ErrorPage({ kind: 'not-found' }), status: 404 });
  }
}
