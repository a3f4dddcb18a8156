import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest begin first, so that none of them is left running alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId, project }: TestSpecification) => {
      if (moduleId.includes('/walk-')) return moduleId.includes('wide') ? 0 : 1;
      return ['crash', 'browser', 'platform', 'infra', 'unit'].indexOf(project.name) + 2;
    };
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}

/** Tests by room: `unit` needs nothing, `infra` synthesizes, `platform` starts the local platform, `crash` plays what goes wrong, `conformance` holds every engine to the store's contract, `browser` drives Chromium. */
export default defineConfig({
  test: {
    // Vitest itself leaves one core free, which of two is half.
    maxWorkers: availableParallelism(),
    // A page of a busy machine may come seconds late, and is waited for as a person would.
    expect: { poll: { timeout: 10_000 } },
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', ['test/{lib,functions,architecture,programs}/**/*.test.{ts,tsx}'], 60_000),
      project('infra', ['test/infra/**/*.test.ts'], 120_000),
      project('platform', ['test/platform/**/*.test.ts'], 120_000),
      project('crash', ['test/crash/**/*.test.ts'], 300_000),
      project('conformance', ['test/conformance/**/*.test.ts'], 120_000),
      project('browser', ['test/browser/**/*.test.ts'], 300_000),
    ],
  },
});

function project(name: string, include: string[], testTimeout: number) {
  return { extends: true as const, test: { name, include, testTimeout, hookTimeout: testTimeout } };
}
