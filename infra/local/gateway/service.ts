import type { Need } from '../iam/decide.ts';
import type { JsonObject } from '../template/json.ts';

/** An answer on its way back to an SDK. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** Method and address of a request; REST services name the operation by them. */
export interface RequestLine {
  readonly method: string;
  readonly url: string;
}

/** One AWS service behind the gateway. */
export interface Service {
  readonly name: 'dynamodb' | 'sqs' | 'ses' | 's3';
  /** The operation that a request names, and its input. */
  read(
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
    line: RequestLine,
  ): { operation: string; request: JsonObject };
  /** The IAM actions that the request needs. */
  needs(operation: string, request: JsonObject): readonly Need[];
  /** Carries the request out. */
  perform(operation: string, request: JsonObject, body: Buffer): Promise<ServiceAnswer>;
  /** The service's own way to answer with an error. */
  error(code: 'AccessDenied' | 'Throttling' | 'Internal' | 'Invalid', message: string): ServiceAnswer;
}
