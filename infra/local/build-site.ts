import { kinds } from './resources/kinds.ts';
import { createNames, kindOf } from './resources/names.ts';
import type { Site } from './site.ts';
import { isNamed } from './template/logical-id.ts';
import { createResolver } from './template/resolver.ts';
import type { Resource } from './template/template.ts';

/**
 * Builds every resource of the template into a site, type by type in the order of `kinds`; resolves to a function that finds a
 * queue's physical name by that of its construct.
 */
export async function buildSite(
  site: Site,
  { domain, parameters }: { readonly domain: string; readonly parameters: Readonly<Record<string, string>> },
): Promise<(name: string) => string> {
  const { template, region, accountId, gatewayEndpoint } = site;
  const names = createNames(
    template,
    { stackName: template.stackName, region, accountId, domain, gatewayEndpoint },
    (value) => resolver.resolve(value),
  );
  const resolver = createResolver(template, names, { region, accountId, domain, parameters });
  const present = [...template.resources.values()].filter(({ condition }) => resolver.holds(condition));
  for (const kind of kinds) {
    for (const resource of present) {
      if (kindOf(resource.type) !== kind) continue;
      await build(resource);
    }
  }
  async function build(resource: Resource): Promise<void> {
    try {
      const properties = resolver.properties(resource.properties);
      await kindOf(resource.type)?.build?.({ id: resource.id, name: names.physical(resource), properties }, site);
    } catch (error) {
      throw new Error(`${resource.type} ${resource.id}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  return (name) => {
    const found = present.find(({ id, type }) => type === 'AWS::SQS::Queue' && isNamed(id, name));
    if (!found) throw new Error(`no queue is named ${name}`);
    return names.physical(found);
  };
}
