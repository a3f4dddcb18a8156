import { type Context, conditionsHold } from './condition.ts';
import type { Statement } from './statement.ts';
import { matchesWildcard } from './wildcard.ts';

/** What a request needs: an action on a resource, with what conditions may ask about it. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/** Why a need is not met; `none` when nothing allows it, `deny` when a statement forbids it. */
export type Verdict = 'allowed' | 'none' | 'deny';

/** IAM's rule for one account: an explicit Deny wins, otherwise some Allow must match. */
export function decide(statements: readonly Statement[], need: Need): Verdict {
  let allowed = false;
  for (const statement of statements) {
    if (!applies(statement, need)) continue;
    if (statement.effect === 'Deny') return 'deny';
    allowed = true;
  }
  return allowed ? 'allowed' : 'none';
}

function applies(statement: Statement, need: Need): boolean {
  const { actions, notActions, resources, notResources } = statement;
  const action = (pattern: string) => matchesWildcard(pattern, need.action, true);
  const resource = (pattern: string) => matchesWildcard(pattern, need.resource);
  const actionFits = actions.length > 0 ? actions.some(action) : notActions.length > 0 && !notActions.some(action);
  const resourceFits = resources.length > 0 ? resources.some(resource) : !notResources.some(resource);
  return actionFits && resourceFits && conditionsHold(statement.conditions, need.context);
}
