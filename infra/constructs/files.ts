import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { exportDays, fileRooms } from '#lib/store/file-keys.ts';
import type { BundledFunction } from './bundled-function.ts';
import type { FunctionEnvironments } from './function-environments.ts';

/** What a function may do to a file whose key it knows; nobody lists, changes versions or sees another room. */
export type FileAction = 'PutObject' | 'GetObject' | 'DeleteObject';

/** The rooms of the bucket. */
export const roomNames = [
  'uploads',
  'documents',
  'exports',
  'imports',
] as const satisfies readonly (keyof typeof fileRooms)[];

/** The one bucket: private, encrypted, TLS only; kept when the stack goes. What was replaced or removed can be had back for 35 days, as in the table. */
export class Files extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const forgotten = (prefix: string) => ({
      prefix,
      expiration: Duration.days(exportDays),
      noncurrentVersionExpiration: Duration.days(1),
    });
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { prefix: fileRooms.uploads, noncurrentVersionExpiration: Duration.days(35) },
        { prefix: fileRooms.documents, noncurrentVersionExpiration: Duration.days(35) },
        forgotten(fileRooms.exports),
        forgotten(fileRooms.imports),
        { abortIncompleteMultipartUploadAfter: Duration.days(1), expiredObjectDeleteMarker: true },
      ],
    });
  }

  /** Lets a function do these actions in one room of the bucket. */
  allow(
    fn: Pick<BundledFunction<keyof FunctionEnvironments>, 'allow'>,
    room: keyof typeof fileRooms,
    ...actions: readonly FileAction[]
  ): void {
    fn.allow(
      actions.map((action) => `s3:${action}`),
      [this.bucket.arnForObjects(`${fileRooms[room]}*`)],
    );
  }
}
