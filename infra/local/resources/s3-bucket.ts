import type { ResourceKind } from '../site.ts';

const nameOf = (name: string) => name.toLowerCase();
const arnOf = (name: string) => `arn:aws:s3:::${nameOf(name)}`;

/** A bucket; its lifecycle, versions and encryption mean nothing to files on one machine. */
export const s3Bucket: ResourceKind = {
  type: 'AWS::S3::Bucket',
  nameProperty: 'BucketName',
  ref: nameOf,
  attributes: { Arn: arnOf },
  build({ name }, site) {
    site.s3.createBucket(nameOf(name));
  },
};
