import { kinds } from './resources/kinds.ts';
import { createNames, kindOf } from './resources/names.ts';
import type { Site } from './site.ts';
import { createResolver } from './template/resolver.ts';
import type { Resource } from './template/template.ts';

/**
 * Builds every resource of the template into a site, type by type in the order of `kinds`; resolves to a function that finds a
 * queue's name by the beginning of its logical id.
 */
export async function buildSite(
  site: Site,
  { domain, parameters }: { readonly domain: string; readonly parameters: Readonly<Record<string, string>> },
): Promise<(idPrefix: string) => string> {
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
  return (idPrefix) => {
    const found = present.filter(({ id, type }) => type === 'AWS::SQS::Queue' && id.startsWith(idPrefix));
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} queues begin with ${idPrefix}`);
    return names.physical(found[0]);
  };
}
