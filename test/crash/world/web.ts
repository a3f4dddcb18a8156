import type { Machine } from './machine.ts';
import type { WiredFunction, Wiring } from './wiring.ts';

/** What a browser is answered; a file's bytes stand in the body as a letter each. */
export interface WebAnswer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly cookies: readonly string[];
}

/** What a browser asks. */
export interface WebRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string;
  readonly type?: string;
  readonly accept?: string;
  readonly body?: string | Uint8Array;
}

/** The way from a browser to a function: API Gateway's events and routes. A function that fails or dies is answered 502. */
export function createWeb({ origin, routes }: Wiring, machine: Machine): (request: WebRequest) => Promise<WebAnswer> {
  function routeTo(path: string, method: string): WiredFunction {
    const wanted = path.split('/').slice(1);
    const fitting = routes.filter(
      (route) => (route.method === 'ANY' || route.method === method) && fits(route.segments, wanted),
    );
    const best = fitting.sort((a, b) => weight(b.segments) - weight(a.segments))[0];
    if (!best) throw new Error(`no route leads to ${path}`);
    return best.to;
  }

  return async (request) => {
    const [path = '/', query = ''] = request.path.split('#')[0]?.split('?') ?? [];
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: query,
      headers: {
        accept: request.accept ?? 'text/html',
        origin,
        'sec-fetch-site': 'same-origin',
        ...(request.type === undefined ? {} : { 'content-type': request.type }),
      },
      cookies: request.cookie === undefined || request.cookie === '' ? [] : [request.cookie],
      requestContext: { http: { method: request.method, path, sourceIp: '127.0.0.1', userAgent: '' } },
      ...(request.body === undefined ? {} : { body: Buffer.from(request.body).toString('base64') }),
      isBase64Encoded: request.body !== undefined,
    };
    const outcome = await machine.invoke(routeTo(path, request.method), event);
    if (outcome.kind !== 'done') return { status: 502, location: '', body: '', cookies: [] };
    const { statusCode = 500, headers = {}, body = '', cookies = [], isBase64Encoded } = Object(outcome.result);
    const text = isBase64Encoded === true ? Buffer.from(String(body), 'base64').toString('latin1') : String(body);
    return { status: statusCode, location: String(headers.location ?? ''), body: text, cookies };
  };
}

const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.every((segment, at) =>
    segment.endsWith('+}')
      ? path.length > at
      : segment.startsWith('{')
        ? (path[at] ?? '') !== ''
        : segment === path[at],
  ) &&
  (pattern.at(-1)?.endsWith('+}') === true || pattern.length === path.length);

const weight = (pattern: readonly string[]): number =>
  pattern.filter((segment) => !segment.startsWith('{')).length * 2 - (pattern.at(-1)?.endsWith('+}') ? 1 : 0);
