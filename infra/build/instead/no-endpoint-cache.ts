/** Stands in for `@aws-sdk/endpoint-cache`, which the DynamoDB client creates and no operation reads (8 KB). */
export class EndpointCache {
  getEndpoint(): undefined {
    return undefined;
  }
}
