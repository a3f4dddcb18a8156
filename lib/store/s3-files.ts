import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Files } from '#lib/core/ports.ts';

/** S3 answers `AccessDenied` for a key that is not there to a role that may not list the bucket, and none of ours may. */
const absent = new Set(['NoSuchKey', 'AccessDenied']);

/** Files in a bucket of S3. Metadata travels in headers, which hold ASCII only, and is therefore percent-encoded. */
export function s3Files(bucket: string, client: S3Client = new S3Client({})): Files {
  const at = (Key: string) => ({ Bucket: bucket, Key });
  return {
    async put(key, { bytes, type, metadata = {} }) {
      const Metadata = mapped(metadata, encodeURIComponent);
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: type, Metadata }));
    },
    async get(key) {
      try {
        const { Body, ContentType = '', Metadata = {} } = await client.send(new GetObjectCommand(at(key)));
        const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return { bytes, type: ContentType, metadata: mapped(Metadata, decodeURIComponent) };
      } catch (failure) {
        if (failure instanceof S3ServiceException && absent.has(failure.name)) return undefined;
        throw failure;
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}

const mapped = (texts: Readonly<Record<string, string>>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]));
