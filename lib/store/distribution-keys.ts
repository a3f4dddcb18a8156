import type { Key } from '#lib/core/ports.ts';

/** Keys of documents that are sent out, apart from `keys.ts`, so that only functions that need them carry them. */
export const distributionKeys = {
  distribution: (id: string): Key => ({ pk: `DST#${id}`, sk: 'DST' }),
  /** An organisation that it was sent to; by prefecture, so that a prefecture reads its own. */
  addressee: (distribution: string, prefecture: string, organisation: string): Key => ({
    pk: `DST#${distribution}`,
    sk: `TO#${prefecture}#${organisation}`,
  }),
  correction: (distribution: string, by: string): Key => ({ pk: `DST#${distribution}`, sk: `COR#${by}` }),
  documentLink: (tokenHash: string): Key => ({ pk: `DLK#${tokenHash}`, sk: 'DLK' }),
} as const;

/** Their partitions of the indexes. */
export const distributionLists = {
  distributions: () => 'DISTRIBUTIONS',
  /** Those that are to be sent later, by when. */
  dueDistributions: () => 'DUE#DST',
} as const;
