/** One rule a sentence: imports run one way. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const sdk = '^node_modules/(@aws-sdk|@smithy)/';

export default {
  forbidden: [
    rule('no-circles', 'Nothing imports itself by a detour.', {}, {
      circular: true,
      viaOnly: { dependencyTypesNot: ['type-only'] },
    }),
    rule('core-knows-nothing', 'The core imports only itself, zod and solvers.', { path: '^lib/core/' }, {
      path: '^(lib/(?!core/)|functions/|infra/|test/|bench/|bin/|node_modules/(?!zod|highs))',
    }),
    rule('core-asks-no-machine', 'The core reads no clock, file, network or environment; the HiGHS solver alone stands in a thread of its own.', { path: '^lib/core/', pathNot: '^lib/core/matching/allocation/free/' }, { dependencyTypes: ['core'] }),
    rule('programs-do-not-know-each-other', 'A scheme imports no other scheme.', { path: '^lib/programs/([^/]+)/' }, {
      path: '^lib/programs/[^/]+/',
      pathNot: '^lib/programs/$1/',
    }),
    rule('programs-are-data', 'A scheme imports the core and reference tables only.', { path: '^lib/programs/[^/]+/' }, {
      path: '^(lib/(?!core/|programs/|reference/)|functions/|infra/)',
    }),
    rule('platform-names-no-program', 'Only the registry of schemes names a scheme.', { path: '^(lib|functions|infra)/', pathNot: '^lib/programs/' }, {
      path: '^lib/programs/[^/]+/',
    }),
    rule('usecases-touch-no-adapter', 'Use cases see the table and the mailer through ports.', { path: '^lib/usecases/' }, {
      path: `^(lib/store/(dynamo|sqs|s3)|lib/mail/ses-mailer|functions/|infra/)|${sdk}`,
    }),
    rule('sdk-only-at-the-edge', 'The AWS SDK is spoken by adapters, containers and the local platform.', {
      path: '^(lib|functions)/',
      pathNot: ['^lib/store/dynamo/', '^lib/store/sqs-queue', '^lib/store/s3-files', '^lib/mail/ses-mailer', '^functions/container', '^functions/[^/]+/container'],
    }, { path: sdk }),
    rule('views-only-draw', 'A page component loads and keeps nothing.', { path: '^functions/.*-page\\.tsx$' }, {
      path: '^(lib/(usecases|store)/|functions/.*/(get|post)-)',
      dependencyTypesNot: ['type-only'],
    }),
    rule('scripts-import-core-only', "A browser's script imports the core or a sibling.", { path: '(\\.client\\.ts$|^functions/.*/browser/)' }, {
      path: '^(lib/(?!core/)|infra/|node_modules/(?!@simplewebauthn/browser))',
    }),
    rule('product-knows-no-platform', 'Nothing that is deployed imports the local platform or tests.', { path: '^(lib|functions)/' }, {
      path: '^(infra|test|bench|bin)/',
    }),
    rule('nothing-imports-tests', 'Tests import anything; nothing imports tests.', { path: '^(lib|functions|infra|bin)/' }, { path: '^(test|bench)/' }),
    rule('nothing-unresolved', 'Every import exists.', {}, { couldNotResolve: true, pathNot: '^(aws-lambda)$' }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^bench/page/peers/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
