import { defineConfig } from 'vitest/config';

/** Tests by room: `unit` needs nothing, `infra` synthesizes, `platform` starts the local platform, `browser` drives Chromium. */
export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/{lib,functions,architecture,programs}/**/*.test.{ts,tsx}'], 20_000),
      project('infra', ['test/infra/**/*.test.ts'], 120_000),
      project('platform', ['test/platform/**/*.test.ts'], 120_000),
      project('browser', ['test/browser/**/*.test.ts'], 300_000),
    ],
  },
});

function project(name: string, include: string[], testTimeout: number) {
  return { extends: true as const, test: { name, include, testTimeout, hookTimeout: testTimeout } };
}
