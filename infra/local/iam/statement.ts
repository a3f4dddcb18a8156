import { isList, isObject, type Json, type JsonObject, listAt, textAt } from '../template/json.ts';
import { knownOperator } from './condition.ts';

/** One statement of a policy, resolved. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly principals: Json | undefined;
  readonly conditions: JsonObject;
}

/** Reads the statements of a resolved policy document; throws on a condition operator that is not known here. */
export function readStatements(document: Json | undefined): readonly Statement[] {
  return listAt(document, 'Statement').filter(isObject).map(readStatement);
}

function readStatement(statement: JsonObject): Statement {
  const conditions = isObject(statement.Condition) ? statement.Condition : {};
  for (const operator of Object.keys(conditions)) {
    if (!knownOperator(operator)) throw new Error(`the IAM condition operator ${operator} is not known here`);
  }
  return {
    effect: textAt(statement, 'Effect') === 'Deny' ? 'Deny' : 'Allow',
    actions: texts(statement.Action),
    notActions: texts(statement.NotAction),
    resources: texts(statement.Resource),
    notResources: texts(statement.NotResource),
    principals: statement.Principal,
    conditions,
  };
}

function texts(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return (isList(value) ? value : [value]).map(String);
}
