import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import { rows } from '#lib/store/rows.ts';

const revision = {
  round: 'r1',
  organisation: 'h1',
  revision: 1,
  form: { id: 'f', version: 2 },
  values: { name: '\uFA19\uFA1B\uFA10病院', beds: 120, strength: '研修の魅力は、指導医の厚さです。'.repeat(80) },
  submittedAt: '2027-01-20T05:03:00.000Z',
  submittedBy: '田中',
};

describe('a submitted answer', () => {
  test('is stored small and comes back as it was, through what DynamoDB takes', () => {
    const item = rows.revision.item(revision);
    const stored = marshall(item, { removeUndefinedValues: true });
    expect(Buffer.byteLength(JSON.stringify(stored))).toBeLessThan(
      Buffer.byteLength(JSON.stringify(revision.values)) / 3,
    );
    expect(rows.revision.read({ ...unmarshall(stored), pk: item.pk, sk: item.sk })).toEqual(revision);
  });

  test('that lies there unpacked can still be read', () => {
    const { packed: _packed, ...item } = rows.revision.item(revision);
    expect(rows.revision.read({ ...item, values: revision.values })).toEqual(revision);
  });
});
