import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { isObject, type JsonObject, parseJson } from '../template/json.ts';
import { indexStream } from './stream-index.ts';

/** An answer of the engine, unread. */
export interface EngineAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A DynamoDB-compatible engine, whichever it is. */
export interface DynamoEngine {
  readonly endpoint: string;
  /** One request in DynamoDB's JSON protocol, e.g. target `DynamoDB_20120810.GetItem`. Rejects when the engine is away. */
  send(target: string, body: string | Buffer): Promise<EngineAnswer>;
  /** The process id of the engine, for tests that kill it; undefined for an engine that is not ours. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** An error that the engine answered with, by its DynamoDB name. */
export class EngineRefusal extends Error {
  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.name = kind;
  }
}

/** Sends a request and reads the answer; throws EngineRefusal for an error answer. */
export async function ask(engine: DynamoEngine, target: string, body: JsonObject): Promise<JsonObject> {
  const answer = await engine.send(target.includes('.') ? target : `DynamoDB_20120810.${target}`, JSON.stringify(body));
  const parsed = parseJson(answer.body.toString('utf8') || '{}');
  const result = isObject(parsed) ? parsed : {};
  if (answer.status === 200) return result;
  throw new EngineRefusal(
    String(result.__type ?? answer.status).replace(/^.*#/, ''),
    String(result.message ?? result.Message),
  );
}

/**
 * Starts the engine on 127.0.0.1: the dynoxide binary of the install where there is one, else the endpoint that
 * RENKEI_DYNAMODB_ENDPOINT names (DynamoDB Local or another engine with transactions and streams).
 */
export async function startEngine(file: string, log: (line: string) => void): Promise<DynamoEngine> {
  const endpoint = process.env.RENKEI_DYNAMODB_ENDPOINT;
  if (endpoint) {
    log(`DynamoDB: the engine at ${endpoint} (RENKEI_DYNAMODB_ENDPOINT); its data are not in the data folder`);
    return remoteEngine(endpoint);
  }
  return superviseBinary(binaryPath(), file, log);
}

function binaryPath(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const path = join(dirname(manifest), 'dynoxide');
    if (process.platform === 'linux' && process.arch === 'x64' && existsSync(path)) return path;
  } catch {
    // falls through to the sentence below
  }
  throw new Error(
    `no DynamoDB engine for ${process.platform}-${process.arch} comes with the install (only linux-x64). ` +
      'Start one of your own (DynamoDB with transactions and streams) and name it: RENKEI_DYNAMODB_ENDPOINT=http://127.0.0.1:8000',
  );
}

function remoteEngine(endpoint: string): DynamoEngine {
  const client = createClient(endpoint);
  return { endpoint, send: client.send, pid: () => undefined, stop: async () => client.close() };
}

/** The shell stands between so that the engine dies with us even when we are killed: its standard input closes then. */
const GUARD =
  'exec 3<&0; "$0" "$@" </dev/null & c=$!; echo $c; { read -r _ <&3; kill -9 $c; } & w=$!; wait $c; kill $w';

async function superviseBinary(binary: string, file: string, log: (line: string) => void): Promise<DynamoEngine> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const client = createClient(endpoint);
  let child: ChildProcess | undefined;
  let enginePid: number | undefined;
  let stopping = false;

  function launch(): void {
    const args = ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file];
    child = spawn('/bin/sh', ['-c', GUARD, binary, ...args], { stdio: ['pipe', 'pipe', 'ignore'], detached: true });
    child.stdout?.once('data', (data: Buffer) => {
      enginePid = Number.parseInt(data.toString('utf8'), 10);
    });
    child.stdout?.on('error', () => {});
    child.stdin?.on('error', () => {});
    child.once('exit', () => {
      enginePid = undefined;
      if (stopping) return;
      log('DynamoDB: the engine ended unexpectedly and is started again');
      launch();
    });
  }

  launch();
  for (let attempt = 0; !(await answers(client)); attempt++) {
    if (attempt > 400) throw new Error('the DynamoDB engine does not answer');
    await pause(10);
  }
  indexStream(file);
  return {
    endpoint,
    send: client.send,
    pid: () => enginePid,
    async stop() {
      stopping = true;
      client.close();
      const ending = child;
      if (!ending || ending.exitCode !== null) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      if (enginePid !== undefined) process.kill(enginePid, 'SIGTERM');
      const slow = setTimeout(() => ending.stdin?.end(), 1000);
      await ended;
      clearTimeout(slow);
    },
  };
}

async function answers(client: { send: DynamoEngine['send'] }): Promise<boolean> {
  try {
    return (await client.send('DynamoDB_20120810.ListTables', '{}')).status === 200;
  } catch {
    return false;
  }
}

function createClient(endpoint: string): { send: DynamoEngine['send']; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const url = new URL(endpoint);
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20260101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/ap-northeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  };
  const once = (target: string, body: string | Buffer) =>
    new Promise<EngineAnswer>((resolve, reject) => {
      const sent = request(
        {
          agent,
          host: url.hostname,
          port: url.port,
          method: 'POST',
          path: '/',
          headers: { ...headers, 'x-amz-target': target, 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => {
            const kept: Record<string, string> = {};
            for (const name of ['content-type', 'x-amzn-requestid', 'x-amz-crc32']) {
              const value = response.headers[name];
              if (typeof value === 'string') kept[name] = value;
            }
            resolve({ status: response.statusCode ?? 500, headers: kept, body: Buffer.concat(chunks) });
          });
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  return { send: once, close: () => agent.destroy() };
}
