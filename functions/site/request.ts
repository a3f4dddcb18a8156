import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';

/** One request as a page sees it: who asks, for what, and what was typed. */
export interface PageRequest {
  readonly actor: Actor;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly posted: Posted;
  /** Files by field; a field left empty is not among them. */
  readonly files: ReadonlyMap<string, readonly File[]>;
  /** The page's script asks for data instead of a page. */
  readonly wantsJson: boolean;
  /** Goes into every form as the hidden field `csrf`. */
  readonly csrf: string;
  /** Every cookie of ours that the browser sent, as `name=value`, the oldest first. */
  readonly cookies: readonly string[];
  /** The session cookie's secret; empty when not signed in. */
  readonly secret: string;
}

/** First value of a typed field, '' when absent. */
export const field = (request: Pick<PageRequest, 'posted'>, name: string): string => request.posted[name]?.[0] ?? '';

/** Path parameter of the route. */
export const param = (request: Pick<PageRequest, 'params'>, name: string): string => request.params[name] ?? '';

/** Largest body of a form without files, bytes; a whole section of longest texts fits several times. */
const formLimit = 3_000_000;

/** What was typed and uploaded; undefined when the body is larger than any form of ours, or not a form. */
export async function bodyOf(
  event: APIGatewayProxyEventV2,
): Promise<{ posted: Posted; files: Map<string, readonly File[]> } | undefined> {
  const files = new Map<string, readonly File[]>();
  if (!event.body) return { posted: {}, files };
  const type = event.headers['content-type'] ?? '';
  const body = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  const posted: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    posted[name] = [...(posted[name] ?? []), value.replaceAll('\r\n', '\n')];
  };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    if (body.length > formLimit) return undefined;
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) add(name, value);
    return { posted, files };
  }
  if (!type.startsWith('multipart/form-data')) return undefined;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') add(name, value);
      else if (value.name !== '' || value.size > 0) files.set(name, [...(files.get(name) ?? []), value]);
    }
    return { posted, files };
  } catch {
    return undefined;
  }
}
