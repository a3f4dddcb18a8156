import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasCredentials, settings } from '#infra/deploy.ts';
import './synthesized.ts';

describe('the settings of a deployment', () => {
  test('are what cdk.json keeps, unless an option says otherwise', () => {
    const kept = { mailDomain: 'kept.example', domain: 'renkei.example', '@aws-cdk/core:flag': true };
    expect(settings(['--mail-domain', 'given.example'], kept)).toEqual({
      mailDomain: 'given.example',
      domain: 'renkei.example',
    });
  });

  test('refuse an option that they do not know', () => {
    expect(() => settings(['--mail-domian', 'typo.example'], {})).toThrow('--mail-domian');
  });
});

describe('credentials', () => {
  const home = () => mkdtempSync(join(tmpdir(), 'renkei-home-'));

  test('are missing on a machine that has none', () => {
    expect(hasCredentials({ PATH: '/bin' }, home())).toBe(false);
  });

  test('are found in the environment', () => {
    expect(hasCredentials({ AWS_PROFILE: 'ministry' }, home())).toBe(true);
  });

  test('are found in the home folder', () => {
    const folder = home();
    mkdirSync(join(folder, '.aws'));
    writeFileSync(join(folder, '.aws', 'credentials'), '[default]\n');
    expect(hasCredentials({}, folder)).toBe(true);
  });
});

test('the installed CDK command reads what the library synthesizes', () => {
  const cdk = ['node_modules/aws-cdk/bin/cdk', 'ls', '--no-notices', '--app', '.build/cdk.out'];
  const env = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  const { stdout, stderr } = spawnSync(process.execPath, cdk, { encoding: 'utf8', env });
  expect([stdout.trim(), stderr.trim()]).toEqual(['Renkei', '']);
});
