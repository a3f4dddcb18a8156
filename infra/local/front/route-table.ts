import type { FunctionPool } from '../lambda/function-pool.ts';

/** A header that the distribution adds; without `override` only where the function gave none. */
export interface AddedHeader {
  readonly name: string;
  readonly value: string;
  readonly override: boolean;
}

/** Where a request goes. */
export interface RouteMatch<Pool = FunctionPool> {
  readonly routeKey: string;
  readonly pool: Pool;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The routes of the HTTP API and the behaviours of the distribution before it. */
export interface RouteTable<Pool = FunctionPool> {
  addIntegration(name: string, pool: Pool): void;
  /** Adds a route key such as `ANY /h/{proxy+}` or `$default`, and gives the function it leads to. */
  add(routeKey: string, integration: string): Pool;
  addHeaders(policy: string, headers: readonly AddedHeader[]): void;
  addBehaviour(pathPattern: string, headersPolicy: string | undefined): void;
  match(method: string, path: string): RouteMatch<Pool> | undefined;
  headersFor(path: string): readonly AddedHeader[];
}

interface Route<Pool> {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly pool: Pool;
}

/** Creates an empty table. */
export function createRouteTable<Pool = FunctionPool>(): RouteTable<Pool> {
  const integrations = new Map<string, Pool>();
  const routes: Route<Pool>[] = [];
  const policies = new Map<string, readonly AddedHeader[]>();
  const behaviours: { pattern: RegExp; policy: string | undefined }[] = [];
  let fallback: RouteMatch<Pool> | undefined;
  return {
    addIntegration: (name, pool) => void integrations.set(name, pool),
    add(routeKey, integration) {
      const pool = integrations.get(integration);
      if (!pool)
        throw new Error(
          `the route ${routeKey} leads to the integration ${integration}, which the template does not have`,
        );
      if (routeKey === '$default') fallback = { routeKey, pool, pathParameters: {} };
      else {
        const [method = 'ANY', path = '/'] = routeKey.split(' ');
        routes.push({ key: routeKey, method, segments: segmentsOf(path), pool });
        routes.sort((left, right) => specificity(right) - specificity(left));
      }
      return pool;
    },
    addHeaders: (policy, headers) => void policies.set(policy, headers),
    addBehaviour(pathPattern, policy) {
      const source = pathPattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
      behaviours.push({ pattern: new RegExp(`^/?${source.replace(/^\//, '')}$`), policy });
    },
    match(method, path) {
      const wanted = segmentsOf(path);
      for (const route of routes) {
        if (route.method !== 'ANY' && route.method !== method) continue;
        const pathParameters = parametersOf(route.segments, wanted);
        if (pathParameters) return { routeKey: route.key, pool: route.pool, pathParameters };
      }
      return fallback;
    },
    headersFor(path) {
      const behaviour = behaviours.find(({ pattern }) => pattern.test(path));
      return policies.get(behaviour?.policy ?? '') ?? [];
    },
  };
}

/** Full paths come before variables, variables before the greedy one, a method before ANY (API Gateway, "Routing API requests"). */
function specificity(route: Pick<Route<unknown>, 'method' | 'segments'>): number {
  const greedy = route.segments.some((segment) => segment.endsWith('+}'));
  const fixed = route.segments.filter((segment) => !segment.startsWith('{')).length;
  return (greedy ? 0 : 1000) + fixed * 2 + (route.method === 'ANY' ? 0 : 1);
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').slice(1);
}

function parametersOf(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [n, segment] of pattern.entries()) {
    const actual = path[n];
    const variable = /^\{(\w+)(\+?)\}$/.exec(segment);
    if (variable?.[2] === '+') {
      const rest = path.slice(n).join('/');
      if (rest === '') return undefined;
      return { ...found, [variable[1] ?? '']: decode(rest) };
    }
    if (actual === undefined || (variable ? actual === '' : actual !== segment)) return undefined;
    if (variable) found[variable[1] ?? ''] = decode(actual);
  }
  return path.length === pattern.length ? found : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
