import { type JsonObject, listAt, objectAt, textAt } from '#infra/local/template/json.ts';
import { type Attributes, compare, conditionHolds, type Placeholders, updated } from './expressions.ts';

/** An index of the one table. */
export interface EngineIndex {
  readonly partition: string;
  readonly sort: string;
  readonly keysOnly: boolean;
}

/** One change of an item, as the table's stream tells it. */
export interface Change {
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
}

/** An answer in DynamoDB's JSON protocol. */
export interface EngineReply {
  readonly status: number;
  readonly body: JsonObject;
}

/** DynamoDB for one table in memory, in its own JSON protocol: conditions, transactions with their tokens, indexes and changes as the real one has them. */
export interface MemoryEngine {
  perform(operation: string, request: JsonObject): EngineReply;
  items(): readonly Attributes[];
  /** Everything that is kept, to be put back by `restore`; items are never changed in place. */
  keep(): EngineState;
  restore(state: EngineState): void;
}

export interface EngineState {
  readonly items: ReadonlyMap<string, Attributes>;
  readonly tokens: ReadonlySet<string>;
}

type Write = { readonly kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck'; readonly of: JsonObject };

/** Creates an empty engine; `told` hears of every change in order. */
export function memoryEngine(
  indexes: Readonly<Record<string, EngineIndex>>,
  told: (change: Change) => void = () => {},
): MemoryEngine {
  let items = new Map<string, Attributes>();
  let tokens = new Set<string>();
  const place = (key: JsonObject) => `${textAt(objectAt(key, 'pk'), 'S')}\n${textAt(objectAt(key, 'sk'), 'S')}`;
  const keyOf = ({ kind, of }: Write) => place(objectAt(of, kind === 'Put' ? 'Item' : 'Key'));

  function failed(write: Write): boolean {
    const condition = textAt(write.of, 'ConditionExpression');
    return condition !== undefined && !conditionHolds(condition, items.get(keyOf(write)), placesOf(write.of));
  }

  function apply(write: Write): void {
    if (write.kind === 'ConditionCheck') return;
    const key = keyOf(write);
    const before = items.get(key);
    const after = afterOf(write, before);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    if (after) items.set(key, after);
    else items.delete(key);
    told({ before, after });
  }

  function query(request: JsonObject): EngineReply {
    const index = indexes[textAt(request, 'IndexName') ?? ''];
    const [partition, sort] = index ? [index.partition, index.sort] : ['pk', 'sk'];
    const condition = textAt(request, 'KeyConditionExpression') ?? '';
    const found = [...items.values()]
      .filter((item) => item[partition] && item[sort] && conditionHolds(condition, item, placesOf(request)))
      .sort((a, b) => compare(a[sort], b[sort]) || (place(a) < place(b) ? -1 : 1));
    if (request.ScanIndexForward === false) found.reverse();
    const after = request.ExclusiveStartKey === undefined ? undefined : place(objectAt(request, 'ExclusiveStartKey'));
    const start = after === undefined ? 0 : found.findIndex((item) => place(item) === after) + 1;
    const limit = typeof request.Limit === 'number' ? request.Limit : found.length;
    const page = found.slice(start, start + limit);
    const last = page.at(-1);
    const keys = ['pk', 'sk', partition, sort];
    const Items = page.map((item) => projected(index?.keysOnly ? only(item, keys) : item, request));
    const more = last && page.length === limit ? { LastEvaluatedKey: only(last, keys) } : {};
    return reply({ Items, Count: page.length, ScannedCount: page.length, ...more });
  }

  function transact(request: JsonObject): EngineReply {
    const token = textAt(request, 'ClientRequestToken');
    if (token !== undefined && tokens.has(token)) return reply({});
    const writes = listAt(request, 'TransactItems').map(writeOf);
    if (new Set(writes.map(keyOf)).size < writes.length) {
      return refusal('ValidationException', 'Transaction request cannot include multiple operations on one item');
    }
    const reasons = writes.map((write) =>
      failed(write) ? { Code: 'ConditionalCheckFailed', ...old(write) } : { Code: 'None' },
    );
    if (reasons.some(({ Code }) => Code !== 'None')) {
      return refusal('TransactionCanceledException', 'Transaction cancelled', { CancellationReasons: reasons });
    }
    for (const write of writes) apply(write);
    if (token !== undefined) tokens.add(token);
    return reply({});
  }

  function single(write: Write): EngineReply {
    if (failed(write)) {
      return refusal('ConditionalCheckFailedException', 'The conditional request failed', old(write));
    }
    apply(write);
    return reply({});
  }

  const old = (write: Write): JsonObject => {
    const item = items.get(keyOf(write));
    return item && textAt(write.of, 'ReturnValuesOnConditionCheckFailure') === 'ALL_OLD' ? { Item: item } : {};
  };

  const operations: Readonly<Record<string, (request: JsonObject) => EngineReply>> = {
    GetItem: (request) => {
      const item = items.get(place(objectAt(request, 'Key')));
      return reply(item ? { Item: projected(item, request) } : {});
    },
    BatchGetItem: (request) => {
      const Responses = Object.entries(objectAt(request, 'RequestItems')).map(([table, wanted]) => {
        const found = listAt(wanted, 'Keys').flatMap((key) => items.get(place(Object(key))) ?? []);
        return [table, found.map((item) => projected(item, Object(wanted)))];
      });
      return reply({ Responses: Object.fromEntries(Responses), UnprocessedKeys: {} });
    },
    BatchWriteItem: (request) => {
      for (const all of Object.values(objectAt(request, 'RequestItems'))) {
        for (const each of Array.isArray(all) ? all : []) {
          const [put, gone] = [objectAt(each, 'PutRequest'), objectAt(each, 'DeleteRequest')];
          apply('Item' in put ? { kind: 'Put', of: put } : { kind: 'Delete', of: gone });
        }
      }
      return reply({ UnprocessedItems: {} });
    },
    Query: query,
    PutItem: (of) => single({ kind: 'Put', of }),
    UpdateItem: (of) => single({ kind: 'Update', of }),
    DeleteItem: (of) => single({ kind: 'Delete', of }),
    TransactWriteItems: transact,
  };

  return {
    perform(operation, request) {
      const perform = operations[operation];
      if (keysIn(request).some((key) => Object.keys(key).length !== 2))
        return refusal('ValidationException', 'The provided key element does not match the schema');
      return perform ? perform(request) : refusal('ValidationException', `${operation} is not known to this engine`);
    },
    items: () => [...items.values()],
    keep: () => ({ items: new Map(items), tokens: new Set(tokens) }),
    restore(state) {
      items = new Map(state.items);
      tokens = new Set(state.tokens);
    },
  };
}

function afterOf({ kind, of }: Write, before: Attributes | undefined): Attributes | undefined {
  if (kind === 'Delete') return undefined;
  if (kind === 'Put') return attributesAt(of, 'Item');
  return updated(textAt(of, 'UpdateExpression') ?? '', before ?? attributesAt(of, 'Key'), placesOf(of));
}

function writeOf(item: unknown): Write {
  for (const kind of ['Put', 'Update', 'Delete', 'ConditionCheck'] as const) {
    const of = objectAt(Object(item), kind);
    if (Object.keys(of).length > 0) return { kind, of };
  }
  throw new Error(`a transaction holds what is not known here: ${JSON.stringify(item)}`);
}

const placesOf = (request: JsonObject): Placeholders => ({
  names: Object(objectAt(request, 'ExpressionAttributeNames')),
  values: attributesAt(request, 'ExpressionAttributeValues'),
});

const attributesAt = (request: JsonObject, name: string): Attributes => Object(objectAt(request, name));

const only = (item: Attributes, names: readonly string[]): JsonObject =>
  Object(Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name))));

function projected(item: Attributes | JsonObject, request: JsonObject): JsonObject {
  const wanted = textAt(request, 'ProjectionExpression');
  if (wanted === undefined) return Object(item);
  const { names } = placesOf(request);
  return only(
    Object(item),
    wanted.split(',').map((name) => names[name.trim()] ?? name.trim()),
  );
}

const reply = (body: JsonObject): EngineReply => ({ status: 200, body });
const refusal = (kind: string, message: string, more: JsonObject = {}): EngineReply => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${kind}`, message, Message: message, ...more },
});

/** Every key that a request names, however deep; DynamoDB refuses one with more than its own attributes. */
function keysIn(part: unknown): readonly object[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    if (name === 'Key') return [Object(value)];
    if (name === 'Keys') return Array.isArray(value) ? value.map(Object) : [];
    return name === 'Item' ? [] : keysIn(value);
  });
}
