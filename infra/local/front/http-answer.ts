import type { ServerResponse } from 'node:http';
import type { Outcome } from '../lambda/worker-thread.ts';
import { isObject, listAt, numberAt, objectAt, parseJson, textAt } from '../template/json.ts';
import type { AddedHeader } from './route-table.ts';

/** Lambda's limit for one answer. */
const LIMIT = 6 * 1024 * 1024;

/** Writes what a function answered, as API Gateway reads payload format 2.0, with the distribution's own headers. */
export function writeAnswer(response: ServerResponse, outcome: Outcome, added: readonly AddedHeader[]): void {
  if (!outcome.ok || Buffer.byteLength(outcome.result ?? '') > LIMIT) {
    const timedOut = !outcome.ok && outcome.errorType === 'Sandbox.Timedout';
    writeMessage(response, timedOut ? 503 : 500, timedOut ? 'Service Unavailable' : 'Internal Server Error');
    return;
  }
  const result = parseJson(outcome.result ?? 'null');
  if (!isObject(result) || result.statusCode === undefined) {
    const headers = withAdded({ 'content-type': 'application/json' }, added);
    response.writeHead(200, headers).end(typeof result === 'string' ? result : JSON.stringify(result));
    return;
  }
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(objectAt(result, 'headers'))) headers[name.toLowerCase()] = String(value);
  const cookies = listAt(result, 'cookies').map(String);
  const own = headers['set-cookie'];
  if (cookies.length > 0) headers['set-cookie'] = own === undefined ? cookies : [...cookies, String(own)];
  const body = Buffer.from(
    textAt(result, 'body') ?? '',
    textAt(result, 'isBase64Encoded') === 'true' ? 'base64' : 'utf8',
  );
  response.writeHead(numberAt(result, 'statusCode', 200), {
    ...withAdded(headers, added),
    'content-length': body.length,
  });
  response.end(body);
}

/** Writes an answer of API Gateway's own. */
export function writeMessage(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}

function withAdded(
  headers: Record<string, string | string[]>,
  added: readonly AddedHeader[],
): Record<string, string | string[]> {
  const all = { ...headers };
  for (const { name, value, override } of added) {
    const key = name.toLowerCase();
    if (override || all[key] === undefined) all[key] = value;
  }
  return all;
}
