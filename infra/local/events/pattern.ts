import { isList, isObject, type Json, type JsonObject } from '../template/json.ts';

/**
 * Whether an event fits a pattern, as EventBridge rules and Lambda's event filters read it: a list holds alternatives, a value
 * that is a list fits when any of its members does. Throws on a matcher that is not known here.
 */
export function fitsPattern(pattern: Json, event: Json | undefined): boolean {
  if (!isObject(pattern)) throw new Error(`a pattern must be an object: ${JSON.stringify(pattern)}`);
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === '$or') return isList(wanted) && wanted.some((alternative) => fitsPattern(alternative, event));
    const value = isObject(event) ? event[key] : undefined;
    return isList(wanted) ? wanted.some((matcher) => fits(matcher, value)) : fitsPattern(wanted ?? {}, value);
  });
}

/** Throws when a pattern uses a matcher that is not known here. */
export function checkPattern(pattern: Json): void {
  if (!isObject(pattern)) throw new Error(`a pattern must be an object: ${JSON.stringify(pattern)}`);
  for (const [key, wanted] of Object.entries(pattern)) {
    if (key === '$or') for (const alternative of isList(wanted) ? wanted : []) checkPattern(alternative);
    else if (isList(wanted)) for (const matcher of wanted) fits(matcher, '');
    else checkPattern(wanted ?? {});
  }
}

function fits(matcher: Json, value: Json | undefined): boolean {
  if (isObject(matcher) && 'exists' in matcher) return (value !== undefined) === matcher.exists;
  const values: readonly (Json | undefined)[] = isList(value) ? value : [value];
  if (!isObject(matcher)) return values.some((each) => each === matcher);
  return values.some((each) => each !== undefined && fitsOne(matcher, each));
}

function fitsOne(matcher: JsonObject, value: Json): boolean {
  const text = typeof value === 'string' ? value : undefined;
  if (typeof matcher.prefix === 'string') return text?.startsWith(matcher.prefix) ?? false;
  if (typeof matcher.suffix === 'string') return text?.endsWith(matcher.suffix) ?? false;
  if (typeof matcher['equals-ignore-case'] === 'string') {
    return text?.toLowerCase() === matcher['equals-ignore-case'].toLowerCase();
  }
  if (isList(matcher.numeric)) return numeric(matcher.numeric, value);
  const excluded = matcher['anything-but'];
  if (excluded !== undefined)
    return isObject(excluded) ? !fitsOne(excluded, value) : !(isList(excluded) ? excluded : [excluded]).includes(value);
  throw new Error(`the pattern ${JSON.stringify(matcher)} is not known here`);
}

function numeric(rule: readonly Json[], value: Json): boolean {
  if (typeof value !== 'number') return false;
  for (let n = 0; n < rule.length; n += 2) {
    const limit = Number(rule[n + 1]);
    const holds = {
      '=': value === limit,
      '>': value > limit,
      '>=': value >= limit,
      '<': value < limit,
      '<=': value <= limit,
    }[String(rule[n])];
    if (!holds) return false;
  }
  return true;
}
