import type { ResourceKind } from '../site.ts';
import { textAt } from '../template/json.ts';
import { functionOf } from './function-of.ts';

/** Who may invoke a function from outside: kept as a statement of the function's own policy, and asked by routes, rules and the like. */
export const lambdaPermission: ResourceKind = {
  type: 'AWS::Lambda::Permission',
  build({ properties }, site) {
    const { arn } = functionOf(site, textAt(properties, 'FunctionName') ?? '');
    const source = textAt(properties, 'SourceArn');
    site.policies.addToResource(arn, {
      Statement: [
        {
          Effect: 'Allow',
          Action: textAt(properties, 'Action') ?? 'lambda:InvokeFunction',
          Resource: arn,
          Principal: { Service: textAt(properties, 'Principal') ?? '' },
          ...(source === undefined ? {} : { Condition: { ArnLike: { 'aws:SourceArn': source } } }),
        },
      ],
    });
  },
};
