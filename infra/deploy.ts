import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, synth } from './build.ts';
import type { Setting } from './constructs/setting.ts';

const assembly = '.build/deploy';

/** What a deployment is told, each as `--mail-domain …` or as `mailDomain` under `context` in cdk.json. */
const options = {
  mailDomain: 'mail-domain',
  domain: 'domain',
  certificateArn: 'certificate-arn',
  webAclArn: 'web-acl-arn',
  alarmMail: 'alarm-mail',
} as const satisfies Record<Setting | 'mailDomain', string>;

const withoutCredentials = `AWS の認証情報が見つかりません。aws configure または aws sso login のあと、もう一度 npm run deploy を実行してください。
No AWS credentials were found. Run aws configure or aws sso login, then npm run deploy again.
docs/how-to/deploy.md`;

const withoutMailDomain = `メールの送信元ドメインを指定してください。例: npm run deploy -- --mail-domain renkei.example.go.jp
Say which domain the mails come from, for example: npm run deploy -- --mail-domain renkei.example.go.jp
docs/how-to/deploy.md`;

/** The settings of a deployment: those kept in cdk.json, then those given as options. Throws for an option that it does not know. */
export function settings(args: readonly string[], kept: Readonly<Record<string, unknown>>): Record<string, string> {
  const flags = Object.values(options).map((flag) => [flag, { type: 'string' }] as const);
  const { values } = parseArgs({ args: [...args], options: Object.fromEntries(flags) });
  const said = new Map<string, unknown>(Object.entries(values));
  const given = Object.entries(options).map(([key, flag]) => [key, said.get(flag) ?? kept[key]]);
  return Object.fromEntries(given.filter(([, value]) => typeof value === 'string'));
}

/** Whether the environment or the home folder holds anything that the AWS command line could sign in with. */
export function hasCredentials(env: NodeJS.ProcessEnv, home: string): boolean {
  const named = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  ];
  return (
    named.some((name) => env[name]) || ['credentials', 'config'].some((file) => existsSync(join(home, '.aws', file)))
  );
}

async function deploy(): Promise<number> {
  if (!hasCredentials(process.env, homedir())) return refuse(withoutCredentials);
  const { context: kept = {} } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const { mailDomain, ...context } = settings(process.argv.slice(2), kept);
  if (!mailDomain) return refuse(withoutMailDomain);
  await ensureBuilt({ log: console.log });
  synth(console.log, { outdir: assembly, context });
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/aws-cdk/bin/cdk',
      'deploy',
      ...['--app', assembly],
      ...['--parameters', `MailDomain=${mailDomain}`],
      ...['--outputs-file', '.build/outputs.json'],
      ...['--require-approval', 'broadening'],
    ],
    { stdio: 'inherit', env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' } },
  );
  return status ?? 1;
}

function refuse(message: string): number {
  console.error(message);
  return 1;
}

if (import.meta.main) process.exitCode = await deploy();
