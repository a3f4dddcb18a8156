import { isObject, type Json } from '../template/json.ts';
import { decide, type Need } from './decide.ts';
import { readStatements, type Statement } from './statement.ts';

/** A request that the caller's own statements do not allow. */
export interface Refusal {
  readonly need: Need;
  /** AWS's own sentence, naming who, the action and the resource. */
  readonly message: string;
}

/** All statements of a template: by role, and by resource for resource policies. */
export interface PolicyBook {
  addToRole(roleArn: string, document: Json | undefined): void;
  addToResource(resourceArn: string, document: Json | undefined): void;
  /** The first need that a role's statements refuse, or undefined when all are allowed. */
  refuses(roleArn: string, who: string, needs: readonly Need[]): Refusal | undefined;
  /** Whether a resource's own policy lets an AWS service do something. */
  letsService(service: string, need: Need): boolean;
}

/** Creates an empty book. */
export function createPolicyBook(): PolicyBook {
  const roles = new Map<string, Statement[]>();
  const resources = new Map<string, Statement[]>();
  const add = (book: Map<string, Statement[]>, key: string, document: Json | undefined) =>
    book.set(key, [...(book.get(key) ?? []), ...readStatements(document)]);
  return {
    addToRole: (arn, document) => add(roles, arn, document),
    addToResource: (arn, document) => add(resources, arn, document),
    refuses(roleArn, who, needs) {
      const statements = roles.get(roleArn) ?? [];
      for (const need of needs) {
        const verdict = decide(statements, need);
        if (verdict === 'allowed') continue;
        const why =
          verdict === 'deny'
            ? 'with an explicit deny in an identity-based policy'
            : `because no identity-based policy allows the ${need.action} action`;
        return {
          need,
          message: `User: ${who} is not authorized to perform: ${need.action} on resource: ${need.resource} ${why}`,
        };
      }
      return undefined;
    },
    letsService(service, need) {
      const own = (resources.get(need.resource) ?? []).filter((statement) => names(statement.principals, service));
      return decide(own, need) === 'allowed';
    },
  };
}

function names(principal: Json | undefined, service: string): boolean {
  if (principal === '*') return true;
  if (!isObject(principal)) return false;
  return Object.values(principal).some(
    (value) => value === '*' || value === service || (Array.isArray(value) && value.includes(service)),
  );
}
