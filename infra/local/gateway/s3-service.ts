import type { Need } from '../iam/decide.ts';
import type { S3Engine } from '../s3/engine.ts';
import { type JsonObject, objectAt, textAt } from '../template/json.ts';
import type { RequestLine, Service, ServiceAnswer } from './service.ts';

/** What a method on a key does, as far as it is known here; IAM names the action alike (Service Authorization Reference, Amazon S3). */
const OPERATIONS: Readonly<Record<string, string>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  DELETE: 'DeleteObject',
  HEAD: 'HeadObject',
};
const ACTION: Readonly<Record<string, string>> = { HeadObject: 'GetObject' };

/** S3 behind the gateway: single objects only, for that is all that is used. */
export function s3Service(engine: S3Engine): Service {
  return {
    name: 's3',
    read(headers, _body, line) {
      const { bucket, key, hasParameters } = placeOf(line);
      const operation = key === '' || hasParameters ? `${line.method}?` : (OPERATIONS[line.method] ?? line.method);
      const sent = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
      const request = {
        Bucket: bucket,
        Key: key,
        method: line.method,
        url: line.url,
        headers: Object.fromEntries(sent),
      };
      return { operation, request };
    },
    needs(operation, request): readonly Need[] {
      const resource = `arn:aws:s3:::${textAt(request, 'Bucket')}/${textAt(request, 'Key')}`;
      return [{ action: `s3:${ACTION[operation] ?? operation}`, resource, context: {} }];
    },
    async perform(operation, request, body) {
      if (!Object.values(OPERATIONS).includes(operation)) return failure(501, 'NotImplemented', 'not known here');
      return engine.send({
        method: textAt(request, 'method') ?? '',
        url: textAt(request, 'url') ?? '',
        headers: headersOf(request),
        body,
      });
    },
    error(code, message) {
      if (code === 'AccessDenied') return failure(403, 'AccessDenied', message);
      if (code === 'Throttling') return failure(503, 'SlowDown', message);
      return code === 'Invalid' ? failure(400, 'InvalidRequest', message) : failure(500, 'InternalError', message);
    },
  };
}

function placeOf({ url }: RequestLine): { bucket: string; key: string; hasParameters: boolean } {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, bucket = '', ...key] = pathname.split('/').map(decodeURIComponent);
  const hasParameters = [...searchParams.keys()].some((name) => name !== 'x-id');
  return { bucket, key: key.join('/'), hasParameters };
}

const headersOf = (request: JsonObject): Record<string, string> =>
  Object.fromEntries(Object.entries(objectAt(request, 'headers')).map(([name, value]) => [name, String(value)]));

function failure(status: number, code: string, message: string): ServiceAnswer {
  const text = message.replace(/[&<>]/g, ' ');
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${text}</Message></Error>`,
  };
}
