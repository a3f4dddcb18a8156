import { describe, expect, test } from 'vitest';
import { at, only } from './synthesized.ts';

const table = only('AWS::DynamoDB::Table');

describe('the table', () => {
  test('survives the stack, a deletion and a mistake of 35 days', () => {
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  test('is paid by use, sheds what has expired and streams new rows', () => {
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
  });

  test('has one index with whole rows and one with keys', () => {
    expect(at(table.Properties.GlobalSecondaryIndexes)).toEqual([
      index('gsi1', { ProjectionType: 'ALL' }),
      index('gsi2', { ProjectionType: 'KEYS_ONLY' }),
    ]);
  });
});

function index(name: string, projection: object) {
  const keys = [
    { AttributeName: `${name}pk`, KeyType: 'HASH' },
    { AttributeName: `${name}sk`, KeyType: 'RANGE' },
  ];
  return { IndexName: name, KeySchema: keys, Projection: projection };
}
