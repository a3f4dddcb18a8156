import type { NamingPlace, ResourceKind } from '../site.ts';
import type { Json } from '../template/json.ts';
import type { ResourceNames } from '../template/resolver.ts';
import type { Resource, Template } from '../template/template.ts';
import { inert } from './inert.ts';
import { kinds } from './kinds.ts';

const byType = new Map(kinds.map((kind) => [kind.type, kind]));

/** How the platform treats a type; undefined for one that needs nothing here. Throws for one that is not known. */
export function kindOf(type: string): ResourceKind | undefined {
  const kind = byType.get(type);
  if (kind || type in inert) return kind;
  throw new Error(`not known here: ${type}`);
}

/** Throws one error that names every resource type of a template that is neither built nor known to need nothing. */
export function refuseUnknownTypes(template: Template): void {
  const unknown = [...template.resources.values()].filter(({ type }) => !byType.has(type) && !(type in inert));
  if (unknown.length === 0) return;
  const named = unknown.map(({ id, type }) => `${type} (${id})`).join(', ');
  throw new Error(
    `the template holds resource types that the local platform does not know: ${named}. ` +
      'Teach it in infra/local/resources, or say in infra/local/resources/inert.ts why it needs nothing.',
  );
}

/** Names resources: by the physical name the template gives, else by stack and logical id, so that names stay the same at every start. */
export function createNames(
  template: Template,
  place: NamingPlace,
  resolve: (value: Json) => Json | undefined,
): ResourceNames & { physical(resource: Resource): string } {
  function find(id: string): Resource {
    const resource = template.resources.get(id);
    if (!resource) throw new Error(`the template names ${id}, which it does not have`);
    return resource;
  }
  function physical({ id, type, properties }: Resource): string {
    const property = byType.get(type)?.nameProperty;
    const given = property === undefined ? undefined : properties[property];
    const resolved = given === undefined ? undefined : resolve(given);
    return typeof resolved === 'string' ? resolved : `${template.stackName}-${id}`;
  }
  return {
    physical,
    ref(id) {
      const resource = find(id);
      const name = physical(resource);
      return byType.get(resource.type)?.ref?.(name, place) ?? name;
    },
    attribute(id, name) {
      const resource = find(id);
      const attribute = byType.get(resource.type)?.attributes?.[name];
      if (attribute) return attribute(physical(resource), place, id);
      if (resource.type in inert) return `arn:aws:local:${place.region}:${place.accountId}:${id}/${name}`;
      throw new Error(`the template asks ${resource.type} for its ${name}, which is not known here (${id})`);
    },
  };
}
