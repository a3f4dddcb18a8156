/** Stands in for `@smithy/core/event-streams`, which the SDK loads only for operations that stream; DynamoDB, SQS and SES have none (15 KB). */
export class EventStreamSerde {
  constructor() {
    throw new Error('this build of the SDK has no event streams');
  }
}

/** The SDK asks for it beside the class; never called without it. */
export const eventStreamSerdeProvider = (): never => {
  throw new Error('this build of the SDK has no event streams');
};
