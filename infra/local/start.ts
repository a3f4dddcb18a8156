import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '#infra/build.ts';
import { loadDemo } from './demo/load-demo.ts';
import { startPlatform } from './platform.ts';

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const say = (line: string) => console.log(line);

const port = Number(process.env.PORT ?? 3000);
const dataFolder = process.env.RENKEI_DATA ?? '.data';
const fresh = process.argv.includes('--fresh');

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is not a port: ${process.env.PORT}`);
  process.exit(1);
}

let end = (): void => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end());

try {
  const { seed, people } = await loadDemo();
  const platform = await startPlatform({
    template: async () => {
      await ensureBuilt({ log: say });
      return '.build/cdk.out/Renkei.template.json';
    },
    dataFolder,
    port,
    fresh,
    seed,
    people,
    log: say,
  });
  const { endpoint, region, credentials, tableName } = platform.admin;
  const note = join(dataFolder, 'running.json');
  writeFileSync(note, JSON.stringify({ endpoint, region, credentials, tableName, origin: platform.origin }), {
    mode: 0o600,
  });
  end = () => {
    end = () => {};
    rmSync(note, { force: true });
    say('Stopping …');
    platform.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  say(`Ready in ${seconds()}. Data in ${dataFolder}; Ctrl-C stops; npm start -- --fresh begins anew.`);
  say(`${platform.origin}/demo`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
