import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { MemoryEngine } from './memory-engine.ts';

interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An SDK client before an engine in memory, without a socket between. */
export function overEngine(engine: MemoryEngine): DynamoDBClient {
  const handler = {
    async handle({ headers, body }: Request) {
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
      const { status, body: answer } = engine.perform(
        (headers['x-amz-target'] ?? '').replace(/^.*\./, ''),
        JSON.parse(text),
      );
      const bytes = new TextEncoder().encode(JSON.stringify(answer));
      return {
        response: { statusCode: status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: bytes },
      };
    },
    streamCollector: async (body: Uint8Array) => body,
  };
  return new DynamoDBClient({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
    requestHandler: Object(handler),
    streamCollector: handler.streamCollector,
  });
}
