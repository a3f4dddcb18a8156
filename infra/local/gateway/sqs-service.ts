import type { SqsEngine } from '../sqs/engine.ts';
import { isObject, parseJson, textAt } from '../template/json.ts';
import { jsonError } from './json-error.ts';
import type { Service } from './service.ts';

/** IAM has no actions for the batch forms: they are authorised by the single ones (Service Authorization Reference, Amazon SQS). */
const ACTION: Readonly<Record<string, string>> = {
  SendMessageBatch: 'SendMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};

/** SQS behind the gateway. */
export function sqsService(engine: SqsEngine, queueArn: (name: string) => string): Service {
  return {
    name: 'sqs',
    read(headers, body) {
      const request = parseJson(body.toString('utf8') || '{}');
      return {
        operation: (headers['x-amz-target'] ?? '').replace(/^.*\./, ''),
        request: isObject(request) ? request : {},
      };
    },
    needs(operation, request) {
      const name = textAt(request, 'QueueUrl')?.replace(/^.*\//, '') ?? textAt(request, 'QueueName');
      const resource = name === undefined ? '*' : queueArn(name);
      return [{ action: `sqs:${ACTION[operation] ?? operation}`, resource, context: {} }];
    },
    async perform(operation, _request, body) {
      const { status, body: answer } = await engine.send(operation, body);
      return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: answer };
    },
    error: jsonError({
      AccessDenied: [403, 'com.amazonaws.sqs#AccessDeniedException'],
      Throttling: [400, 'com.amazonaws.sqs#RequestThrottled'],
      Internal: [500, 'com.amazonaws.sqs#InternalFailure'],
      Invalid: [400, 'com.amazonaws.sqs#InvalidParameterValue'],
    }),
  };
}
