import { describe, expect, test } from 'vitest';
import { at, list, only } from './synthesized.ts';

const bucket = only('AWS::S3::Bucket');

describe('the bucket', () => {
  test('survives the stack, and gives back what was replaced or removed within 35 days', () => {
    expect(bucket.DeletionPolicy).toBe('Retain');
    expect(bucket.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(rule('uploads/')).toMatchObject({ NoncurrentVersionExpiration: { NoncurrentDays: 35 } });
  });

  test('keeps uploads without an end, and exports and imports for a week', () => {
    expect(rule('uploads/')).not.toHaveProperty('ExpirationInDays');
    expect(rule('exports/')).toMatchObject({ ExpirationInDays: 7 });
    expect(rule('imports/')).toMatchObject({ ExpirationInDays: 7 });
  });

  test('is open to nobody outside, encrypted, and answers over TLS alone', () => {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
    const statements = list(at(only('AWS::S3::BucketPolicy').Properties.PolicyDocument, 'Statement'));
    expect(statements.map((one) => at(one, 'Effect'))).toEqual(['Deny', 'Deny']);
    expect(at(statements[0], 'Condition')).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });
  });
});

const rule = (prefix: string) =>
  list(at(bucket.Properties.LifecycleConfiguration, 'Rules')).find((one) => at(one, 'Prefix') === prefix);
