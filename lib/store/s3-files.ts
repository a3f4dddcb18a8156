import { randomUUID } from 'node:crypto';
import { Sha256 } from '@smithy/core/checksum';
import { extendedEncodeURIComponent, HttpRequest } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Files } from '#lib/core/ports.ts';

/** Where the buckets are, and whose keys open them. */
export interface S3Place {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Where S3 is spoken at; each bucket's own host in the region unless told. */
  readonly endpoint?: string;
}

/** S3 answers `AccessDenied` for a key that is not there to a role that may not list the bucket, and none of ours may. */
const absent = new Set(['NoSuchKey', 'AccessDenied']);

/** Milliseconds before what failed on the way or on S3's side is asked again; each of our three requests can be repeated. */
const pauses = [100, 500] as const;

type Method = 'PUT' | 'GET' | 'DELETE';

const noted = 'x-amz-meta-';

/**
 * Files in a bucket of S3: three requests, signed and sent by the AWS SDK's own parts. S3's client would bring 90 KB and 15 ms to the start
 * of each function that touches a file. Metadata travels in headers, which hold ASCII only, and is therefore percent-encoded.
 */
export function s3Files(bucket: string, place: S3Place = placeOfFunction(process.env)): Files {
  const { region, credentials, endpoint } = place;
  const url = new URL(
    endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${endpoint}/${bucket}`,
  );
  const signer = new SignatureV4({ service: 's3', region, credentials, sha256: Sha256, uriEscapePath: false });
  const handler = new NodeHttpHandler({ connectionTimeout: 3000, requestTimeout: 20_000 });

  async function ask(method: Method, key: string, headers: Record<string, string>, body?: Uint8Array) {
    const request = {
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port && { port: Number(url.port) }),
      path: `${url.pathname.replace(/\/$/, '')}/${key.split('/').map(extendedEncodeURIComponent).join('/')}`,
      query: {},
      headers: { host: url.host, ...headers },
      body,
    };
    const { response } = await handler.handle(new HttpRequest(await signer.sign(request)));
    const pieces: Uint8Array[] = [];
    for await (const piece of response.body) pieces.push(piece);
    return { status: response.statusCode, headers: response.headers, bytes: new Uint8Array(Buffer.concat(pieces)) };
  }

  async function send(method: Method, key: string, headers: Record<string, string>, body?: Uint8Array) {
    // As the SDK does: the attempts of one request bear one id, so that logs tell them from two requests.
    const attempt = { ...headers, 'amz-sdk-invocation-id': randomUUID() };
    for (let tried = 0; ; tried++) {
      const pause = pauses[tried];
      const answer = await ask(method, key, attempt, body).catch((failure: unknown) => {
        if (pause === undefined) throw failure;
      });
      if (answer && answer.status < 300) return answer;
      if (answer && (pause === undefined || answer.status < 500)) throw refusalIn(answer.bytes, answer.status);
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }

  return {
    async put(key, { bytes, type, metadata = {} }) {
      const notes = Object.entries(metadata).map(([name, text]) => [noted + name, encodeURIComponent(text)]);
      await send('PUT', key, { 'content-type': type, ...Object.fromEntries(notes) }, bytes);
    },
    async get(key) {
      try {
        const { headers, bytes } = await send('GET', key, {});
        const notes = Object.entries(headers).filter(([name]) => name.startsWith(noted));
        const metadata = notes.map(([name, text]) => [name.slice(noted.length), decodeURIComponent(text)]);
        return { bytes, type: headers['content-type'] ?? '', metadata: Object.fromEntries(metadata) };
      } catch (failure) {
        if (failure instanceof Error && absent.has(failure.name)) return undefined;
        throw failure;
      }
    },
    async delete(key) {
      await send('DELETE', key, {});
    },
  };
}

/** What S3 refused, named by its code as the SDK names it. */
function refusalIn(body: Uint8Array, status: number): Error {
  const text = new TextDecoder().decode(body);
  const said = (tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1];
  return Object.assign(new Error(`S3: ${said('Message') ?? status}`), { name: said('Code') ?? `Status${status}` });
}

/** What Lambda tells a function in its environment; throws where it tells no keys. */
function placeOfFunction(env: NodeJS.ProcessEnv): S3Place {
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!region || !accessKeyId || !secretAccessKey) throw new Error('a function is told its region and keys by Lambda');
  const { AWS_SESSION_TOKEN: sessionToken, AWS_ENDPOINT_URL: endpoint } = env;
  return {
    region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    ...(endpoint && { endpoint }),
  };
}
