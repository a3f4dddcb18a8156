import type { DynamoEngine } from '../dynamodb/engine.ts';
import { dynamodbNeeds, type FindTable } from '../iam/dynamodb-needs.ts';
import { isObject, parseJson } from '../template/json.ts';
import { jsonError } from './json-error.ts';
import type { Service } from './service.ts';

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** DynamoDB behind the gateway; `onWrite` is told after each write that may have left a stream record. */
export function dynamodbService(engine: DynamoEngine, find: FindTable, onWrite: () => void): Service {
  return {
    name: 'dynamodb',
    read(headers, body) {
      const request = parseJson(body.toString('utf8') || '{}');
      return {
        operation: (headers['x-amz-target'] ?? '').replace(/^.*\./, ''),
        request: isObject(request) ? request : {},
      };
    },
    needs: (operation, request) => dynamodbNeeds(operation, request, find),
    async perform(operation, _request, body) {
      try {
        return await engine.send(`DynamoDB_20120810.${operation}`, body);
      } catch (error) {
        return this.error('Internal', `the engine is away: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        if (WRITES.has(operation)) onWrite();
      }
    },
    error: jsonError({
      AccessDenied: [400, 'com.amazon.coral.service#AccessDeniedException'],
      Throttling: [400, 'com.amazonaws.dynamodb.v20120810#ThrottlingException'],
      Internal: [500, 'com.amazonaws.dynamodb.v20120810#InternalServerError'],
      Invalid: [400, 'com.amazon.coral.validate#ValidationException'],
    }),
  };
}
