import type { Construct } from 'constructs';

/** A deployment's own choices, given as context (`cdk.json`, `-c`, or an option of `npm run deploy`); none is needed. */
export type Setting = 'domain' | 'certificateArn' | 'webAclArn' | 'alarmMail';

/** The setting's value, undefined when it is not given or empty. */
export function setting(scope: Construct, key: Setting): string | undefined {
  const value: unknown = scope.node.tryGetContext(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
