interface Asked {
  readonly Region?: string;
  readonly Endpoint?: string;
  readonly UseFIPS?: boolean;
  readonly UseDualStack?: boolean;
}

/**
 * Stands in for the DynamoDB client's table of endpoints for every partition (15 KB): the region's own, or the one that was given.
 * Throws for what it does not know: endpoints of FIPS, of two stacks, and of other partitions.
 */
export function defaultEndpointResolver({ Region, Endpoint, UseFIPS, UseDualStack }: Asked) {
  if (Endpoint) return { url: new URL(Endpoint), properties: {}, headers: {} };
  if (!Region || /^(cn|us-gov|us-iso|eu-isoe|eusc)/.test(Region) || UseFIPS || UseDualStack) {
    throw new Error(`this build of the SDK knows no endpoint of DynamoDB in ${Region}`);
  }
  return { url: new URL(`https://dynamodb.${Region}.amazonaws.com`), properties: {}, headers: {} };
}
