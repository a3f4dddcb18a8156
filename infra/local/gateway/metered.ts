import { isObject, type JsonObject, parseJson } from '../template/json.ts';
import type { Meter } from './meter.ts';
import type { Service, ServiceAnswer } from './service.ts';

/** Operations that report no capacity. */
const UNMETERED = /^(Describe|List|Update(Table|TimeToLive)|Create|DeleteTable)/;

/** Carries a DynamoDB request out with its capacity asked for and counted; the caller gets it only if it asked itself. */
export async function performMetered(
  service: Service,
  meter: Meter,
  functionId: string,
  operation: string,
  request: JsonObject,
): Promise<ServiceAnswer> {
  if (UNMETERED.test(operation)) return service.perform(operation, request, Buffer.from(JSON.stringify(request)));
  const asked = request.ReturnConsumedCapacity !== undefined && request.ReturnConsumedCapacity !== 'NONE';
  const asking = asked ? request : { ...request, ReturnConsumedCapacity: 'INDEXES' };
  const answer = await service.perform(operation, asking, Buffer.from(JSON.stringify(asking)));
  const body = parseJson(answer.body.toString('utf8') || '{}');
  meter.countCapacity(functionId, operation, body);
  if (asked || !isObject(body) || body.ConsumedCapacity === undefined) return answer;
  const { ConsumedCapacity: _unasked, ...rest } = body;
  const { 'x-amz-crc32': _stale, ...headers } = answer.headers;
  return { status: answer.status, headers, body: JSON.stringify(rest) };
}
