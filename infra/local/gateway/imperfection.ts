import { type JsonObject, listAt, objectAt, textAt } from '../template/json.ts';
import type { CallFault } from './fault-port.ts';
import type { ServiceAnswer } from './service.ts';

/** Remembers what index reads gave, so that the same read can be answered out of date. */
export interface StaleIndexes {
  remember(operation: string, request: JsonObject, answer: ServiceAnswer): void;
  recall(operation: string, request: JsonObject): ServiceAnswer | undefined;
}

/** Creates an empty memory of index reads. */
export function createStaleIndexes(): StaleIndexes {
  const answers = new Map<string, ServiceAnswer>();
  const key = (operation: string, request: JsonObject) => `${operation} ${JSON.stringify(request)}`;
  const readsIndex = (request: JsonObject) => textAt(request, 'IndexName') !== undefined;
  return {
    remember(operation, request, answer) {
      if (readsIndex(request) && answer.status === 200) answers.set(key(operation, request), answer);
    },
    recall(operation, request) {
      if (!readsIndex(request)) return undefined;
      return answers.get(key(operation, request)) ?? json(200, { Items: [], Count: 0, ScannedCount: 0 });
    },
  };
}

/** The answer that a fault of DynamoDB's own kind gives instead of the engine's; undefined when the fault is of another kind or does not fit. */
export function imperfectAnswer(
  fault: CallFault | undefined,
  operation: string,
  request: JsonObject,
  stale: StaleIndexes,
): ServiceAnswer | undefined {
  switch (fault?.kind) {
    case 'transaction-conflict':
      return conflict(operation, request);
    case 'unprocessed':
      return unprocessed(operation, request);
    case 'stale-index':
      return stale.recall(operation, request);
    default:
      return undefined;
  }
}

function conflict(operation: string, request: JsonObject): ServiceAnswer | undefined {
  if (!operation.startsWith('Transact')) return undefined;
  const reasons = listAt(request, 'TransactItems').map((_item, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  );
  return json(400, {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map((reason) => reason.Code).join(', ')}]`,
    CancellationReasons: reasons,
  });
}

function unprocessed(operation: string, request: JsonObject): ServiceAnswer | undefined {
  if (operation === 'BatchWriteItem') return json(200, { UnprocessedItems: objectAt(request, 'RequestItems') });
  if (operation === 'BatchGetItem')
    return json(200, { Responses: {}, UnprocessedKeys: objectAt(request, 'RequestItems') });
  return undefined;
}

function json(status: number, body: JsonObject): ServiceAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}
