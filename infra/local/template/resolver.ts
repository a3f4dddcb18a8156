import { isList, isObject, type Json, type JsonObject, objectAt, textAt } from './json.ts';
import type { Template } from './template.ts';

/** What the resolver asks about resources: their local name (Ref) and their local attributes (Fn::GetAtt). */
export interface ResourceNames {
  ref(logicalId: string): string;
  attribute(logicalId: string, name: string): string;
}

/** The place a template is resolved for. */
export interface Place {
  readonly region: string;
  readonly accountId: string;
  /** `localhost:PORT`: what stands for the distribution's domain. */
  readonly domain: string;
  /** Values for the template's parameters; a parameter not given takes its Default. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Replaces intrinsics by local values. */
export interface Resolver {
  /** The value without intrinsics; throws on an intrinsic that it does not know. */
  resolve(value: Json | undefined): Json | undefined;
  /** A resource's properties, resolved. */
  properties(properties: JsonObject): JsonObject;
  /** Whether a named condition holds; a resource without a condition always exists. */
  holds(condition: string | undefined): boolean;
}

/**
 * Resolves Ref, Fn::GetAtt, Join, Sub, Select, Split, If, FindInMap and conditions. One rule is the platform's own: there is no
 * TLS on one machine, so `https://` before the local distribution domain becomes `http://`.
 */
export function createResolver(template: Template, names: ResourceNames, place: Place): Resolver {
  const pseudo: Readonly<Record<string, Json | undefined>> = {
    'AWS::Region': place.region,
    'AWS::AccountId': place.accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': template.stackName,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.accountId}:stack/${template.stackName}/local`,
    'AWS::NoValue': undefined,
  };

  function ref(name: string): Json | undefined {
    if (name in pseudo) return pseudo[name];
    if (name in template.parameters) {
      const value = place.parameters[name] ?? textAt(objectAt(template.parameters, name), 'Default');
      if (value === undefined) throw new Error(`the template's parameter ${name} has no default and no local value`);
      return value;
    }
    return names.ref(name);
  }

  function text(value: Json | undefined): string {
    const resolved = resolve(value);
    if (typeof resolved === 'string') return resolved;
    if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    throw new Error(`the template needs text where it has ${JSON.stringify(value)}`);
  }

  function items(value: Json | undefined): readonly Json[] {
    const resolved = resolve(value);
    if (!isList(resolved)) throw new Error(`the template needs a list where it has ${JSON.stringify(value)}`);
    return resolved;
  }

  function pair(value: Json | undefined): readonly [Json, Json] {
    const [first, second] = isList(value) ? value : [];
    if (first === undefined || second === undefined) throw new Error(`two arguments needed: ${JSON.stringify(value)}`);
    return [first, second];
  }

  function getAtt(argument: Json | undefined): string {
    const parts = typeof argument === 'string' ? argument.split('.') : isList(argument) ? argument.map(text) : [];
    const [id = '', ...rest] = parts;
    return names.attribute(id, rest.join('.'));
  }

  function sub(argument: Json | undefined): string {
    const [pattern, values]: readonly (Json | undefined)[] = isList(argument) ? argument : [argument];
    return text(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const given = isObject(values) ? values[name] : undefined;
      if (given !== undefined) return text(given);
      return name.includes('.') ? getAtt(name) : text({ Ref: name });
    });
  }

  const intrinsics: Readonly<Record<string, (argument: Json | undefined) => Json | undefined>> = {
    Ref: (argument) => ref(String(argument)),
    'Fn::GetAtt': getAtt,
    'Fn::Sub': sub,
    'Fn::Join': (argument) => {
      const [separator, list] = pair(argument);
      return items(list).map(text).join(text(separator));
    },
    'Fn::Select': (argument) => {
      const [index, list] = pair(argument);
      return items(list)[Number(text(index))];
    },
    'Fn::Split': (argument) => {
      const [separator, source] = pair(argument);
      return text(source).split(text(separator));
    },
    'Fn::If': (argument) => {
      const [condition, yes, no] = isList(argument) ? argument : [];
      return resolve(holds(String(condition)) ? yes : no);
    },
    'Fn::FindInMap': (argument) => {
      const [map, first, second] = isList(argument) ? argument.map(text) : [];
      return resolve(objectAt(objectAt(template.mappings, map ?? ''), first ?? '')[second ?? '']);
    },
    'Fn::Equals': (argument) => {
      const [left, right] = pair(argument);
      return text(left) === text(right);
    },
    'Fn::Not': (argument) => items(argument)[0] !== true,
    'Fn::And': (argument) => items(argument).every((item) => item === true),
    'Fn::Or': (argument) => items(argument).some((item) => item === true),
    Condition: (argument) => holds(String(argument)),
  };

  function resolve(value: Json | undefined): Json | undefined {
    if (typeof value === 'string') return withoutTls(value, place.domain);
    if (isList(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (!isObject(value)) return value;
    const keys = Object.keys(value);
    const [only] = keys;
    if (keys.length === 1 && only !== undefined) {
      const intrinsic = intrinsics[only];
      if (intrinsic && (only !== 'Condition' || typeof value[only] === 'string')) {
        const found = intrinsic(value[only]);
        return typeof found === 'string' ? withoutTls(found, place.domain) : found;
      }
      if (only.startsWith('Fn::')) throw new Error(`the template uses an intrinsic that is not known here: ${only}`);
    }
    return properties(value);
  }

  function properties(value: JsonObject): JsonObject {
    const result: Record<string, Json> = {};
    for (const [key, item] of Object.entries(value)) {
      const resolved = resolve(item);
      if (resolved !== undefined) result[key] = resolved;
    }
    return result;
  }

  function holds(condition: string | undefined): boolean {
    return condition === undefined || resolve(template.conditions[condition]) === true;
  }

  return { resolve, properties, holds };
}

function withoutTls(text: string, domain: string): string {
  return text.includes(`https://${domain}`) ? text.replaceAll(`https://${domain}`, `http://${domain}`) : text;
}
