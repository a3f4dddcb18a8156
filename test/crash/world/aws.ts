import { createHash } from 'node:crypto';
import { dynamodbService } from '#infra/local/gateway/dynamodb-service.ts';
import type { CallFault } from '#infra/local/gateway/fault-port.ts';
import { createStaleIndexes, imperfectAnswer } from '#infra/local/gateway/imperfection.ts';
import { jsonError } from '#infra/local/gateway/json-error.ts';
import { s3Service } from '#infra/local/gateway/s3-service.ts';
import type { Service, ServiceAnswer } from '#infra/local/gateway/service.ts';
import { sesService } from '#infra/local/gateway/ses-service.ts';
import type { MailService, Submission } from '#infra/local/ses/mail-service.ts';
import { isObject, type JsonObject, listAt, parseJson, textAt } from '#infra/local/template/json.ts';
import type { Buckets } from './buckets.ts';
import type { WorldCall } from './calls.ts';
import type { MemoryEngine } from './memory-engine.ts';

/** AWS as the functions of a world reach it. */
export interface Aws {
  serviceOf(call: Pick<WorldCall, 'headers' | 'url'>): Service;
  /** What a fault of DynamoDB's own kind answers; undefined where it does not fit the call. */
  imperfect(fault: CallFault, operation: string, request: JsonObject): ServiceAnswer | undefined;
}

/** What the services do to the world. */
export interface AwsParts {
  readonly engine: MemoryEngine;
  readonly buckets: Buckets;
  send(queueUrl: string, body: string): string;
  waiting(queueUrl: string): number;
  accept(mail: Submission): string;
  readonly place: { readonly region: string; readonly accountId: string };
}

/** Sets up DynamoDB, SQS and S3 in memory behind the local platform's own readings of their protocols, and the platform's SES before the world's mailbox. */
export function createAws(parts: AwsParts): Aws {
  const dynamo = dynamodbService(
    {
      endpoint: '',
      pid: () => undefined,
      stop: async () => {},
      async send(target, body) {
        const request = parseJson(String(body));
        const { status, body: answer } = parts.engine.perform(
          target.replace(/^.*\./, ''),
          isObject(request) ? request : {},
        );
        return {
          status,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Buffer.from(JSON.stringify(answer)),
        };
      },
    },
    () => {
      throw new Error('this world asks for no rights');
    },
    () => {},
  );
  const ses = sesService(mailService(parts), parts.place);
  const sqs = queueService(parts);
  const s3 = s3Service(parts.buckets.engine);
  const stale = createStaleIndexes();
  return {
    serviceOf({ headers, url }) {
      if (url !== '/') return s3;
      const target = headers['x-amz-target'] ?? '';
      if (target.startsWith('DynamoDB_')) return dynamo;
      return target.startsWith('AmazonSQS.') ? sqs : ses;
    },
    imperfect: (fault, operation, request) => imperfectAnswer(fault, operation, request, stale),
  };
}

function queueService(parts: AwsParts): Service {
  return {
    name: 'sqs',
    read: (headers, body) => {
      const request = parseJson(body.toString('utf8'));
      return {
        operation: (headers['x-amz-target'] ?? '').replace(/^.*\./, ''),
        request: isObject(request) ? request : {},
      };
    },
    needs: () => [],
    async perform(operation, request) {
      const url = textAt(request, 'QueueUrl') ?? '';
      if (operation === 'SendMessage') {
        const body = textAt(request, 'MessageBody') ?? '';
        const MessageId = parts.send(url, body);
        return ok({ MessageId, MD5OfMessageBody: createHash('md5').update(body).digest('hex') });
      }
      if (operation === 'SendMessageBatch') {
        const Successful = listAt(request, 'Entries').map((entry) => {
          const body = textAt(entry, 'MessageBody') ?? '';
          const MD5OfMessageBody = createHash('md5').update(body).digest('hex');
          return { Id: textAt(entry, 'Id'), MessageId: parts.send(url, body), MD5OfMessageBody };
        });
        return ok({ Successful, Failed: [] });
      }
      if (operation === 'GetQueueAttributes') {
        const count = String(parts.waiting(url));
        const none = { ApproximateNumberOfMessagesNotVisible: '0', ApproximateNumberOfMessagesDelayed: '0' };
        return ok({ Attributes: { ApproximateNumberOfMessages: count, ...none } });
      }
      return this.error('Invalid', `${operation} is not known to this world`);
    },
    error: jsonError({
      AccessDenied: [403, 'com.amazonaws.sqs#AccessDeniedException'],
      Throttling: [400, 'com.amazonaws.sqs#RequestThrottled'],
      Internal: [500, 'com.amazonaws.sqs#InternalFailure'],
      Invalid: [400, 'com.amazonaws.sqs#InvalidParameterValue'],
    }),
  };
}

const ok = (body: JsonObject): ServiceAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(body),
});

function mailService(parts: AwsParts): MailService {
  return {
    mailbox: {
      keep: () => {},
      list: () => [],
      read: () => undefined,
      countSince: () => 0,
      settle: () => {},
      unsettled: () => [],
    },
    identities: new Set(),
    configurationSets: new Map(),
    suppressed: new Map(),
    quota: { maxSendRate: 10_000, max24HourSend: 1_000_000 },
    sentLast24Hours: () => 0,
    send: (submission) => ({ id: parts.accept(submission) }),
    resume: () => {},
  };
}
