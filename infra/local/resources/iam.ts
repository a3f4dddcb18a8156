import type { ResourceKind } from '../site.ts';
import { listAt, type textAt } from '../template/json.ts';

/** What AWS's own policies of these names let a function do matters nowhere here: logs, traces and network interfaces. */
const HARMLESS =
  /service-role\/AWSLambda(Basic|VPCAccess|DynamoDB|SQSQueue)ExecutionRole$|AWSXRayDaemonWriteAccess$|AWSXrayWriteOnlyAccess$/;

const roleArn = (name: string, accountId: string) => `arn:aws:iam::${accountId}:role/${name}`;

/** A role with its inline policies. */
export const iamRole: ResourceKind = {
  type: 'AWS::IAM::Role',
  nameProperty: 'RoleName',
  attributes: { Arn: (name, { accountId }) => roleArn(name, accountId), RoleId: (name) => name },
  build({ name, properties }, site) {
    for (const policy of listAt(properties, 'Policies')) {
      site.policies.addToRole(roleArn(name, site.accountId), textAsDocument(policy));
    }
    for (const managed of listAt(properties, 'ManagedPolicyArns')) {
      if (!HARMLESS.test(String(managed)))
        throw new Error(`the managed policy ${String(managed)} is not known here: write its statements out`);
    }
  },
};

/** Statements given to roles. */
export const iamPolicy: ResourceKind = { type: 'AWS::IAM::Policy', nameProperty: 'PolicyName', build: addToRoles };

/** Statements given to roles, under an ARN of their own. */
export const iamManagedPolicy: ResourceKind = {
  type: 'AWS::IAM::ManagedPolicy',
  nameProperty: 'ManagedPolicyName',
  ref: (name, { accountId }) => `arn:aws:iam::${accountId}:policy/${name}`,
  build: addToRoles,
};

function addToRoles(...[{ properties }, site]: Parameters<NonNullable<ResourceKind['build']>>): void {
  for (const role of listAt(properties, 'Roles')) {
    site.policies.addToRole(roleArn(String(role), site.accountId), properties.PolicyDocument);
  }
}

function textAsDocument(policy: Parameters<typeof textAt>[0]) {
  return policy !== null && typeof policy === 'object' && 'PolicyDocument' in policy
    ? policy.PolicyDocument
    : undefined;
}
