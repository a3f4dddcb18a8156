/**
 * Tokyo (ap-northeast-1) prices in US$, before free tiers, as of 2026-09-23: AWS Price List API (offer files of Lambda, API
 * Gateway, DynamoDB, SQS); SES's from a secondary source.
 */
export const prices = {
  asOf: '2026-09-23',
  /** A write request unit of DynamoDB on demand. */
  writeUnit: 0.715e-6,
  /** A read request unit of DynamoDB on demand. */
  readUnit: 0.1425e-6,
  /** A request to API Gateway's HTTP API, up to 512 KB. */
  httpRequest: 1.29e-6,
  lambdaRequest: 0.2e-6,
  /** A second of one gigabyte, arm64. */
  lambdaGigabyteSecond: 0.0000133334,
  sqsRequest: 0.4e-6,
  mail: 0.1e-3,
} as const;

/** What was used, counted by the platform's meter. */
export interface Used {
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly httpRequests: number;
  readonly invocations: number;
  readonly megabyteMilliseconds: number;
  /** Time that functions kept a processor busy. */
  readonly cpuMilliseconds: number;
  readonly sqsRequests: number;
  readonly mails: number;
}

/** Dollars by line of the bill; the mails are the last line. */
export function billOf(used: Used): Readonly<Record<string, number>> {
  return {
    'DynamoDB writes': used.writeUnits * prices.writeUnit,
    'DynamoDB reads': used.readUnits * prices.readUnit,
    'HTTP API': used.httpRequests * prices.httpRequest,
    'Lambda requests': used.invocations * prices.lambdaRequest,
    'Lambda time': (used.megabyteMilliseconds / 1024 / 1000) * prices.lambdaGigabyteSecond,
    SQS: used.sqsRequests * prices.sqsRequest,
    mails: used.mails * prices.mail,
  };
}
