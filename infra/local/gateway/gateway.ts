import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Need } from '../iam/decide.ts';
import type { Refusal } from '../iam/policy-book.ts';
import { listenLocally } from '../listen-locally.ts';
import { readBody } from '../read-body.ts';
import type { JsonObject } from '../template/json.ts';
import { callerOf } from './caller.ts';
import type { CallFault, FaultPort } from './fault-port.ts';
import { imperfectAnswer, type StaleIndexes } from './imperfection.ts';
import type { Meter } from './meter.ts';
import { performMetered } from './metered.ts';
import type { Service, ServiceAnswer } from './service.ts';

/** What the gateway needs of the rest of the platform. */
export interface GatewayParts {
  readonly services: { readonly [Name in 'dynamodb' | 'sqs' | 'ses' | 's3']?: Service };
  /** Checks a function's own statements; undefined when all needs are allowed. */
  refuses(functionId: string, needs: readonly Need[]): Refusal | undefined;
  killWorker(functionId: string, worker: number): void;
  readonly meter: Meter;
  readonly faults: FaultPort;
  readonly staleIndexes: StaleIndexes;
  /** Counts consumed capacity too, which costs a parse of each answer. */
  readonly meterCapacity: boolean;
  /** The workers' clock, milliseconds: an SDK that reads another date in an answer blames its own clock and tries again what was refused for good. */
  now(): number;
  log(line: string): void;
}

/** The one address that every SDK call of every function goes to. */
export interface Gateway {
  readonly endpoint: string;
  /** Given once everything behind the gateway stands; calls before that are refused. */
  open(parts: GatewayParts): void;
  stop(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1. */
export async function startGateway(): Promise<Gateway> {
  let parts: GatewayParts | undefined;
  let calls = 0;
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const open = parts;
    if (!open) {
      response.writeHead(503).end();
      return;
    }
    handle(open, request, response, () => ++calls).catch((error: unknown) => {
      open.log(`gateway: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end();
    });
  });
  const { port, stop } = await listenLocally(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    open: (given) => {
      parts = given;
    },
    stop,
  };
}

async function handle(
  parts: GatewayParts,
  incoming: IncomingMessage,
  response: ServerResponse,
  next: () => number,
): Promise<void> {
  const body = await readBody(incoming);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers))
    headers[name] = Array.isArray(value) ? value.join() : value;
  const service = serviceOf(parts, headers);
  if (!service) {
    parts.log(`gateway: a call to a service that is not known here (${headers['x-amz-target'] ?? incoming.url})`);
    response.writeHead(501, { 'content-type': 'text/plain' }).end('service not known to the local platform');
    return;
  }
  const caller = callerOf(headers.authorization);
  const { operation, request } = service.read(headers, body, {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
  });
  if (caller?.kind === 'admin') {
    reply(response, await service.perform(operation, request, body));
    return;
  }
  if (!caller) {
    reply(response, service.error('AccessDenied', 'the request carries no credentials of a function'));
    return;
  }
  response.setHeader('date', new Date(parts.now()).toUTCString());
  parts.meter.countCall(caller.function, service.name, operation);
  const call = { number: next(), function: caller.function, service: service.name, operation, request };
  const fault = parts.faults.call?.(call);
  const before = await faultBefore(parts, caller, service, fault);
  if (before) {
    if (before === 'dead') response.destroy();
    else reply(response, before);
    return;
  }
  const answer = await answerOf(parts, service, caller.function, operation, request, body, fault);
  if (fault?.kind === 'die-after') parts.killWorker(caller.function, caller.worker);
  if (fault?.kind === 'die-after' || fault?.kind === 'lose-response') response.destroy();
  else reply(response, answer);
}

async function faultBefore(
  parts: GatewayParts,
  caller: { function: string; worker: number },
  service: Service,
  fault: CallFault | undefined,
): Promise<ServiceAnswer | 'dead' | undefined> {
  switch (fault?.kind) {
    case 'throttle':
      return service.error('Throttling', 'Rate exceeded');
    case 'refuse':
      return service.error('Internal', 'Internal server error');
    case 'die-before':
      parts.killWorker(caller.function, caller.worker);
      return 'dead';
    case 'delay':
      await pause(fault.milliseconds);
      return undefined;
    default:
      return undefined;
  }
}

async function answerOf(
  parts: GatewayParts,
  service: Service,
  functionId: string,
  operation: string,
  request: JsonObject,
  body: Buffer,
  fault: CallFault | undefined,
): Promise<ServiceAnswer> {
  const refusal = parts.refuses(functionId, service.needs(operation, request));
  if (refusal) {
    parts.log(
      `IAM refuses ${functionId}: ${refusal.need.action} on ${refusal.need.resource} (called ${service.name}:${operation})`,
    );
    return service.error('AccessDenied', refusal.message);
  }
  const imperfect = imperfectAnswer(fault, operation, request, parts.staleIndexes);
  if (imperfect) return imperfect;
  const answer =
    parts.meterCapacity && service.name === 'dynamodb'
      ? await performMetered(service, parts.meter, functionId, operation, request)
      : await service.perform(operation, request, body);
  if (parts.faults.call) parts.staleIndexes.remember(operation, request, answer);
  return answer;
}

function serviceOf(parts: GatewayParts, headers: Readonly<Record<string, string | undefined>>): Service | undefined {
  const target = headers['x-amz-target'] ?? '';
  if (target.startsWith('DynamoDB_')) return parts.services.dynamodb;
  if (target.startsWith('AmazonSQS.')) return parts.services.sqs;
  const authorization = headers.authorization ?? '';
  if (authorization.includes('/s3/aws4_request')) return parts.services.s3;
  return /\/(ses|email)\//.test(authorization) ? parts.services.ses : undefined;
}

function reply(response: ServerResponse, answer: ServiceAnswer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}
