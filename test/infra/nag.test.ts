import { App, Stack } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptByReason, nagPacks } from '#infra/nag.ts';
import { nagReasons } from '#infra/nag-reasons.ts';
import { RenkeiStack } from '#infra/renkei-stack.ts';
import './synthesized.ts';

const everySetting = {
  domain: 'renkei.example.jp',
  certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/00000000-0000-0000-0000-000000000000',
  webAclArn: 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/renkei/00000000-0000-0000-0000-000000000000',
  alarmMail: 'desk@renkei.example.jp',
};

const stack = (context: Record<string, string> = {}) => new RenkeiStack(new App({ context }), 'Renkei');

function findings(checked: Stack): { rule: string; path: string }[] {
  return nagPacks().flatMap((pack) =>
    pack.validateScope(checked).violations.flatMap(({ ruleName, violatingResources = [] }) =>
      violatingResources.map(({ constructPath = '' }) => ({
        rule: ruleName,
        path: constructPath.replace('Renkei/', ''),
      })),
    ),
  );
}

describe('the rule packs', () => {
  let unaccepted: { rule: string; path: string }[] = [];
  beforeAll(() => {
    unaccepted = [...findings(stack()), ...findings(stack(everySetting))];
  });

  test('find nothing that has no reason, with no setting and with all', () => {
    for (const checked of [stack(), stack(everySetting)]) {
      acceptByReason(checked);
      expect(findings(checked)).toEqual([]);
    }
  });

  test.each(nagReasons)('still find $rule wherever it is accepted', ({ rule, at }) => {
    for (const room of at) {
      expect(unaccepted.filter((found) => found.rule === rule && found.path.startsWith(`${room}/`))).not.toEqual([]);
    }
  });

  test('are awake: a bare table does not pass', () => {
    const bare = new Stack(new App(), 'Renkei');
    new CfnTable(bare, 'Table', { keySchema: [{ attributeName: 'pk', keyType: 'HASH' }] });
    expect(findings(bare).map(({ rule }) => rule)).toContain('AwsSolutions-DDB3');
  });
});

test('every reason is a sentence, and no rule is accepted twice', () => {
  for (const { reason } of nagReasons) expect(reason).toMatch(/^[A-Z].{40,}\.$/s);
  expect(new Set(nagReasons.map(({ rule }) => rule)).size).toBe(nagReasons.length);
});
