interface Asked {
  readonly Bucket?: string;
  readonly Region?: string;
  readonly Endpoint?: string;
  readonly ForcePathStyle?: boolean;
  readonly UseFIPS?: boolean;
  readonly UseDualStack?: boolean;
  readonly Accelerate?: boolean;
}

/** A bucket's name that is a host's label; one with dots, an access point's ARN and an S3 Express name are none. */
const label = /^(?!.*--x-s3$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** An address, the only kind of host that the SDK takes for one of which a bucket is no subdomain. */
const address = /^\d+(\.\d+){3}$/;

/**
 * Stands in for the S3 client's table of endpoints (18 KB and what reads it): the bucket's own in its region, or its folder at the address that
 * was given. Throws for what it does not know: access points, FIPS, two stacks, acceleration, and other partitions.
 */
export function defaultEndpointResolver(asked: Asked) {
  const { Bucket, Region, Endpoint } = asked;
  const unknown = asked.UseFIPS || asked.UseDualStack || asked.Accelerate || asked.ForcePathStyle;
  if (!Region || /^(cn|us-gov|us-iso|eu-isoe|eusc|aws-global)/.test(Region) || !label.test(Bucket ?? '') || unknown)
    throw new Error(`this build of the SDK knows no endpoint of S3 in ${Region}`);
  const given = Endpoint && new URL(Endpoint);
  if (given && !address.test(given.hostname)) throw new Error('this build of the SDK knows no such endpoint of S3');
  const url = given ? new URL(`/${Bucket}`, given) : new URL(`https://${Bucket}.s3.${Region}.amazonaws.com`);
  const authSchemes = [{ disableDoubleEncoding: true, name: 'sigv4', signingName: 's3', signingRegion: Region }];
  return { url, properties: { authSchemes }, headers: {} };
}
