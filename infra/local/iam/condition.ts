import { isList, isObject, type Json, type JsonObject } from '../template/json.ts';
import { matchesWildcard } from './wildcard.ts';

/** What a request brings for conditions: key (e.g. `dynamodb:LeadingKeys`) to its values. */
export type Context = Readonly<Record<string, readonly string[]>>;

const positive: Readonly<Record<string, (pattern: string, value: string) => boolean>> = {
  StringEquals: (pattern, value) => pattern === value,
  StringEqualsIgnoreCase: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  StringLike: matchesWildcard,
  ArnEquals: matchesWildcard,
  ArnLike: matchesWildcard,
  Bool: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
};
const negative: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

/** Whether a condition operator, with its `ForAllValues:` and `IfExists`, is understood here. */
export function knownOperator(operator: string): boolean {
  const { name } = parse(operator);
  return name === 'Null' || name in positive || name in negative;
}

/** Whether all conditions of a statement hold for a request (IAM user guide, "Creating a condition with multiple keys or values"). */
export function conditionsHold(conditions: JsonObject, context: Context): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(isObject(keys) ? keys : {}).every(([key, wanted]) =>
      holds(operator, texts(wanted), valuesOf(context, key)),
    ),
  );
}

function holds(operator: string, patterns: readonly string[], values: readonly string[] | undefined): boolean {
  const { set, name, ifExists } = parse(operator);
  if (name === 'Null') return (values === undefined) === (patterns[0] === 'true');
  const inverted = negative[name];
  const matches = positive[inverted ?? name];
  if (!matches) return false;
  const one = (value: string) => patterns.some((pattern) => matches(pattern, value)) !== (inverted !== undefined);
  if (set === 'ForAllValues') return (values ?? []).every(one);
  if (set === 'ForAnyValue') return (values ?? []).some(one);
  if (values === undefined) return ifExists || inverted !== undefined;
  return inverted === undefined ? values.some(one) : values.every(one);
}

function parse(operator: string): { set: string | undefined; name: string; ifExists: boolean } {
  const [first = '', second] = operator.split(':');
  const full = second ?? first;
  return {
    set: second === undefined ? undefined : first,
    name: full.replace(/IfExists$/, ''),
    ifExists: full.endsWith('IfExists'),
  };
}

function valuesOf(context: Context, key: string): readonly string[] | undefined {
  const wanted = key.toLowerCase();
  return Object.entries(context).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function texts(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return (isList(value) ? value : [value]).map(String);
}
