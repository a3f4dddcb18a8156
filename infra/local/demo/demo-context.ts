/** What personas and the seed may use: the gateway with an administrator's credentials, and the platform's time. */
export interface DemoContext {
  /** Endpoint for SDK clients (DynamoDB, SQS, SES). */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tableName: string;
  /** `http://localhost:PORT`. */
  readonly origin: string;
  /** Environment of each function by logical id, as resolved from the template. */
  readonly variables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The platform's time. */
  now(): Date;
  log(line: string): void;
}
