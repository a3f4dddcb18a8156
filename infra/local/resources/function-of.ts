import type { FunctionPool } from '../lambda/function-pool.ts';
import type { Site } from '../site.ts';

/** The function that an ARN or a name of the template means. */
export function functionOf(site: Site, arnOrName: string): FunctionPool {
  const found =
    site.functions.get(arnOrName) ?? [...site.functions.values()].find((pool) => pool.arn.endsWith(`:${arnOrName}`));
  if (!found) throw new Error(`no function ${arnOrName} in the template`);
  return found;
}
