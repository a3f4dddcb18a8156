import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { csrfToken } from '#functions/site/cookie.ts';
import { site } from '#functions/site/site.ts';
import { routes } from '#functions/workbook/routes.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { RuleDesk } from '#lib/usecases/desk.ts';
import { readWorkbook } from '#lib/usecases/jobs/read-workbook.ts';
import { takeStep } from '#lib/usecases/run-job.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { context, eventOf } from '../staff/visit.ts';

const origin = 'https://renkei.example';

/** The clerk of the clinic that tests answer for. */
export const clerk = {
  kind: 'hospital',
  organisation: 'h1',
  prefecture: '03',
  round: 'r1',
  purpose: 'answer',
  name: '田中',
} as const satisfies Actor;

/** One clerk's browser before the pages on questionnaires as files; what is uploaded is read at once, unless it is only `handed` in. */
export async function workbookSite(desk: RuleDesk, actor: Actor = clerk) {
  const handler = site({ desk, origin, routes, door: '/h/open' });
  const secret = await openSession(desk, actor);
  const call = async (method: string, path: string, body?: { readonly text: string; readonly type: string }) => {
    const event = eventOf(method, path, secret, body?.text);
    const headers = { ...event.headers, ...(body ? { 'content-type': body.type } : {}) };
    const isBase64Encoded = body?.type.startsWith('multipart') ?? false;
    const result: APIGatewayProxyStructuredResultV2 = Object(
      await handler({ ...event, headers, isBase64Encoded }, context),
    );
    const bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
    const location = result.headers?.location;
    return {
      status: result.statusCode ?? 0,
      bytes: new Uint8Array(bytes),
      html: result.isBase64Encoded ? '' : bytes.toString(),
      location: location === undefined ? '' : String(location),
      headers: result.headers ?? {},
    };
  };
  const hand = async (path: string, bytes: Uint8Array, filename: string) => {
    const form = new FormData();
    form.set('csrf', csrfToken(secret));
    form.set('file', new File([Uint8Array.from(bytes)], filename));
    const sent = new Response(form);
    const text = Buffer.from(await sent.arrayBuffer()).toString('base64');
    return call('POST', path, { text, type: sent.headers.get('content-type') ?? '' });
  };
  const read = (location: string) => takeStep(desk, location.split('/').at(-1) ?? '', (job) => readWorkbook(desk, job));
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, fields: Readonly<Record<string, string>>) => {
      const text = String(new URLSearchParams({ csrf: csrfToken(secret), ...fields }));
      return call('POST', path, { text, type: 'application/x-www-form-urlencoded' });
    },
    upload: async (path: string, bytes: Uint8Array, filename: string) => {
      const sent = await hand(path, bytes, filename);
      await read(sent.location);
      return sent;
    },
    hand,
    read,
  };
}
