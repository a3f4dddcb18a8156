import { rmSync } from 'node:fs';
import { ensureBuilt } from '#infra/build.ts';
import { type Platform, type PlatformOptions, startPlatform } from '#infra/local/platform.ts';
import { scratchFolder } from './scratch.ts';

/** A platform of a test: everything in a temporary folder that goes when the platform stops. */
export interface TestPlatform extends Platform {
  readonly dataFolder: string;
  /** What the platform said, a line each. */
  readonly lines: readonly string[];
  /** Stops the platform and keeps its data, for a second start on the same folder. */
  stopKeepingData(): Promise<void>;
}

/** Starts a template on a free port and a temporary data folder. */
export async function startTestPlatform(
  options: Omit<PlatformOptions, 'dataFolder' | 'log'> & { readonly dataFolder?: string },
): Promise<TestPlatform> {
  const dataFolder = options.dataFolder ?? scratchFolder('renkei-');
  const lines: string[] = [];
  const platform = await startPlatform({ ...options, dataFolder, log: (line) => lines.push(line) });
  return {
    ...platform,
    dataFolder,
    lines,
    stopKeepingData: platform.stop,
    async stop() {
      await platform.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Builds Renkei where sources changed and starts it whole: real template, real bundles. Seeds only with the given seed. */
export async function startRenkei(
  options: Omit<PlatformOptions, 'template' | 'dataFolder' | 'log'> = {},
): Promise<TestPlatform> {
  await ensureBuilt({ log: () => {} });
  return startTestPlatform({ template: '.build/cdk.out/Renkei.template.json', ...options });
}
