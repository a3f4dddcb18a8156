import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Modules of dependencies (below `node_modules/`) that a function never needs whole, and what stands in for each; every stand-in says why it may. */
const instead: Readonly<Record<string, string>> = {
  '@aws-sdk/client-dynamodb/dist-es/endpoint/endpointResolver.js': 'dynamodb-endpoint.ts',
  '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js': 'no-own-sha256.ts',
  '@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js':
    'no-instance-metadata.ts',
  '@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js': 'no-config-files.ts',
  '@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js': 'no-rate-limiter.ts',
  '@smithy/signature-v4/dist-es/HeaderFormatter.js': 'no-event-headers.ts',
  '@simplewebauthn/server/esm/helpers/convertX509PublicKeyToCOSE.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/helpers/getCertificateInfo.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/helpers/iso/isoCrypto/unwrapEC2Signature.js': 'unwrap-ec2-signature.ts',
  '@simplewebauthn/server/esm/helpers/isCertRevoked.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/helpers/mapX509SignatureAlgToCOSEAlg.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/helpers/validateCertificatePath.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/helpers/validateExtFIDOGenCEAAGUID.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/metadata/verifyAttestationWithMetadata.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/registration/verifications/tpm/verifyAttestationTPM.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/registration/verifications/verifyAttestationAndroidKey.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/registration/verifications/verifyAttestationAndroidSafetyNet.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/registration/verifications/verifyAttestationApple.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/registration/verifications/verifyAttestationFIDOU2F.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/services/defaultRootCerts/android-key.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/services/defaultRootCerts/android-safetynet.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/services/defaultRootCerts/apple.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/services/defaultRootCerts/mds.js': 'no-certificates.ts',
  '@simplewebauthn/server/esm/services/metadataService.js': 'no-certificates.ts',
  'hucre/dist/xlsx/cell-images-reader.mjs': 'only-values-of-workbooks.ts',
  'hucre/dist/xlsx/chart-reader.mjs': 'only-values-of-workbooks.ts',
  'hucre/dist/xlsx/crypto/agile.mjs': 'only-values-of-workbooks.ts',
  'hucre/dist/xlsx/external-link-reader.mjs': 'only-values-of-workbooks.ts',
  'hucre/dist/xlsx/pivot-reader.mjs': 'only-values-of-workbooks.ts',
  'hucre/dist/xlsx/slicer-reader.mjs': 'only-values-of-workbooks.ts',
  'hucre/dist/xlsx/threaded-comments-reader.mjs': 'only-values-of-workbooks.ts',
  'preact/dist/preact.mjs': 'preact-that-only-renders.ts',
};

const anyOf = (paths: readonly string[]): RegExp =>
  new RegExp(`/node_modules/(${paths.map((path) => path.replaceAll('.', '\\.')).join('|')})$`);

/** What a client of the SDK knows of every operation of its service. */
const schemas = /\/node_modules\/@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/;

/** Errors that only operations on whole tables, backups, exports and imports answer with; no function may call those. Unknown errors keep their name and message. */
const ofWholeTables =
  /^n0_registry\.registerError\((?:Backup|ContinuousBackups|Export|GlobalTable|Import|InvalidExport|InvalidRestore|PointInTime|Policy|Replica(?:Already|NotFound)|Table)\w*\$, \w+\);$/gm;

/** Marks each schema as free of effects, which esbuild cannot see through its computed keys: those of operations that nobody calls are then left out. */
export const shakeable = (code: string): string =>
  code
    .replace(ofWholeTables, '')
    .replace(/^((?:export )?var [\w$]+ = )(\[.*?\]);$/gms, '$1/* @__PURE__ */ (() => $2)();');

/**
 * Puts the stand-ins in their places; of a package's own `package.json` only the version is kept, and of the SDK's table of partitions
 * the public one, in which Japan's regions lie, without each region's description.
 */
export const insteadOf: Plugin = {
  name: 'instead-of',
  setup(build) {
    build.onLoad({ filter: anyOf(Object.keys(instead)) }, ({ path }) => {
      const file = instead[path.slice(path.lastIndexOf('/node_modules/') + '/node_modules/'.length)];
      if (file === undefined) return undefined;
      const standIn = JSON.stringify(resolve('infra/build/instead', file));
      return { contents: `export * from ${standIn}`, resolveDir: process.cwd() };
    });
    build.onLoad({ filter: /\/node_modules\/@aws-sdk\/core\/.*\/lib\/aws\/partitions\.js$/ }, async ({ path }) => {
      const { partitionsInfo } = await import(path);
      const { version, partitions }: { version: string; partitions: readonly { id: string }[] } = partitionsInfo;
      const own = partitions.filter(({ id }) => id === 'aws').map((one) => ({ ...one, regions: {} }));
      const brief = { version, partitions: own };
      return { contents: `export const partitionsInfo = ${JSON.stringify(brief)}` };
    });
    build.onLoad({ filter: schemas }, async ({ path }) => ({ contents: shakeable(await readFile(path, 'utf8')) }));
    build.onLoad({ filter: /\/node_modules\/@aws-sdk\/[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { default: whole } = await import(path, { with: { type: 'json' } });
      return { contents: `export default { version: ${JSON.stringify(whole.version)} }` };
    });
  },
};
