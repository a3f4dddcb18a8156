/** Stands in for `@smithy/core/event-streams`, which the SDK loads only for operations that stream; what is called here of DynamoDB, SQS, SES and S3 has none (15 KB). */
export class EventStreamSerde {
  constructor() {
    throw new Error('this build of the SDK has no event streams');
  }
}

/** The SDK asks for it beside the class; never called without it. */
export const eventStreamSerdeProvider = (): never => {
  throw new Error('this build of the SDK has no event streams');
};

/** The S3 client asks every configuration for one; only its unused SelectObjectContent would need it. */
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;
