import { readFileSync } from 'node:fs';
import { ensureBuilt } from '#infra/build.ts';

/** Any part of a template: read here, never written. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One resource of the synthesized template. */
export interface Resource {
  readonly id: string;
  readonly Type: string;
  readonly Properties: { readonly [key: string]: Json };
  readonly Metadata?: { readonly [key: string]: Json };
  readonly DeletionPolicy?: string;
}

await ensureBuilt({ log: () => {} });
const template: { Resources: Record<string, Omit<Resource, 'id'>> } = JSON.parse(
  readFileSync('.build/cdk.out/Renkei.template.json', 'utf8'),
);

/** All resources of a type, in the template's order. */
export function resources(type: string): readonly Resource[] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, resource]) => ({ ...resource, Properties: resource.Properties ?? {}, id }));
}

/** The one resource of a type; throws when there is none or a second. */
export function only(type: string): Resource {
  const [resource, second] = resources(type);
  if (!resource || second) throw new Error(`not exactly one ${type}`);
  return resource;
}

/** The value at a path of keys, undefined where the path ends early. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return inner !== null && typeof inner === 'object' ? (inner as { readonly [key: string]: Json })[key] : undefined;
  }, value);
}

/** A list of what stands there: a list as it is, one thing alone as a list of one, nothing as none. */
export function list(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Logical id that a Ref or an Fn::GetAtt points at. */
export function target(value: Json | undefined): string | undefined {
  const id = at(value, 'Ref') ?? at(value, 'Fn::GetAtt', 0);
  return typeof id === 'string' ? id : undefined;
}

/** One statement of a policy, with the role that it belongs to. */
export interface Statement {
  readonly role: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly Json[];
  readonly condition: Json | undefined;
}

/** All statements of all roles' policies. */
export function statements(): readonly Statement[] {
  return resources('AWS::IAM::Policy').flatMap(({ Properties }) =>
    list(Properties.Roles).flatMap((role) =>
      list(at(Properties.PolicyDocument, 'Statement')).map((statement) => ({
        role: target(role) ?? '',
        effect: String(at(statement, 'Effect')),
        actions: list(at(statement, 'Action')).map(String),
        resources: list(at(statement, 'Resource')),
        condition: at(statement, 'Condition'),
      })),
    ),
  );
}

/** A function's bundle, role and properties. */
export interface DeployedFunction {
  readonly id: string;
  readonly bundle: string;
  readonly role: string;
  readonly Properties: Resource['Properties'];
}

/** All functions, by what they run. */
export function functions(): readonly DeployedFunction[] {
  return resources('AWS::Lambda::Function').map(({ id, Metadata, Properties }) => ({
    id,
    bundle: String(Metadata?.['renkei:bundle']),
    role: target(Properties.Role) ?? '',
    Properties,
  }));
}

/** What a function may do: the statements of its role. */
export function mayDo(bundle: string): readonly Statement[] {
  const fn = functions().find((candidate) => candidate.bundle === bundle);
  if (!fn) throw new Error(`no function runs ${bundle}`);
  return statements().filter(({ role }) => role === fn.role);
}
