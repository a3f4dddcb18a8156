import type { CallFault } from '#infra/local/gateway/fault-port.ts';
import type { ServiceAnswer } from '#infra/local/gateway/service.ts';
import { type JsonObject, textAt } from '#infra/local/template/json.ts';
import type { Aws } from './aws.ts';
import type { WorldCall, WorldReply } from './calls.ts';
import { forever } from './forever.ts';
import type { Instance } from './machine.ts';
import type { EngineState, MemoryEngine } from './memory-engine.ts';
import type { Mishaps } from './mishaps.ts';
import type { Time } from './time.ts';

/** Every call of a function to AWS, with what befalls it. */
export interface CallsToAws {
  make(by: Instance, call: WorldCall): Promise<WorldReply>;
  /** From here an index that is stale shows the table as it is now. */
  begin(): void;
}

/** Ties functions to the world's AWS: a call waits for its turn, and then succeeds or fails as the mishaps have it. */
export function createCalls(aws: () => Aws, engine: MemoryEngine, time: Time, mishaps: Mishaps): CallsToAws {
  let before: EngineState | undefined;

  /** An index as it stood when the act began. */
  function asBefore(operation: string, request: JsonObject): ServiceAnswer {
    const now = engine.keep();
    if (before) engine.restore(before);
    const { status, body } = engine.perform(operation, request);
    engine.restore(now);
    return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
  }

  /** An SDK believes its own clock only while answers carry the same. */
  const reply = ({ status, headers, body }: ServiceAnswer): WorldReply => ({
    status,
    headers: { ...headers, date: new Date(time.now()).toUTCString() },
    body,
  });

  return {
    begin() {
      before = engine.keep();
    },
    async make(by, { method, url, headers, body }) {
      await new Promise<void>((turn) => time.inTurn(turn));
      if (by.isDead()) return forever();
      const service = aws().serviceOf({ headers, url });
      const { operation, request } = service.read(headers, Buffer.from(body), { method, url });
      const line = `${by.of.bundle} ${service.name}:${operation}`;
      const fate = mishaps.call(headers['amz-sdk-invocation-id'] ?? '', line);
      const perform = () => service.perform(operation, request, Buffer.from(body));
      switch (fate) {
        case 'throttle':
          return reply(service.error('Throttling', 'Rate exceeded'));
        case 'refuse':
        case 'refuse-all':
          return reply(service.error('Internal', 'Internal server error'));
        case 'die-before':
          by.die();
          return forever();
        case 'die-after':
          await perform();
          by.die();
          return forever();
        case 'lose-response':
        case 'lose-all':
          await perform();
          throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
        case 'stale-index':
          return reply(textAt(request, 'IndexName') === undefined ? await perform() : asBefore(operation, request));
        case undefined:
          return reply(await perform());
        default: {
          const fault: CallFault = { kind: fate };
          return reply(aws().imperfect(fault, operation, request) ?? (await perform()));
        }
      }
    },
  };
}
