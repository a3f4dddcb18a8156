/** What a visitor was answered. */
export interface Visited {
  readonly path: string;
  readonly status: number;
  /** Path of a redirect, or of the page that came in its place; '' when there is neither. */
  readonly location: string;
  readonly body: string;
}

type Fields = readonly (readonly [string, string])[];

/** One browser: keeps its session cookie and follows nothing by itself. */
export interface Visitor {
  get(path: string): Promise<Visited>;
  /** Posts a form as a button does without a script; `landing`: as a page's script does, which takes the page it leads to out of the same answer; `passing`: as the script saves in passing. */
  post(path: string, fields: Fields, how?: 'landing' | 'passing'): Promise<Visited>;
}

/** Opens a browser on a site; `cookie` is a session cookie as a server sets it. */
export function visitor(origin: string, cookie = ''): Visitor {
  let held = cookie.split(';')[0] ?? '';

  async function visit(path: string, init: RequestInit, asks: Record<string, string>): Promise<Visited> {
    const headers = { accept: 'text/html', ...asks, origin, ...(held === '' ? {} : { cookie: held }) };
    const answer = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) held = set.split(';')[0] ?? '';
    const location = answer.headers.get('location') ?? answer.headers.get('content-location') ?? '';
    return { path, status: answer.status, location, body: await answer.text() };
  }

  return {
    get: (path) => visit(path, {}, {}),
    post: (path, fields, how) => {
      const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
      return visit(path, { method: 'POST', body }, how === undefined ? {} : scripts[how]);
    },
  };
}

/** What the pages' scripts say beside a form. */
const scripts = { passing: { accept: 'application/json' }, landing: { prefer: 'return=representation' } };

/** The page itself, or an exception that says what came instead. */
export function shown(visited: Visited, status = 200): Visited {
  if (visited.status === status) return visited;
  const text = visited.body.replace(/<style.*?<\/style>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ');
  throw new Error(`${visited.path} answered ${visited.status}, not ${status}: ${text.slice(0, 600)}`);
}

/** The page that a form led to and that came in its answer. */
export function landedOn(visited: Visited): Visited {
  if (visited.location === '') throw new Error(`${shown(visited).path} led nowhere`);
  return { ...shown(visited), path: visited.location };
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Values of all fields of that name in a page, in order. */
export function valuesOf({ body }: Visited, name: string): string[] {
  const inputs = body.match(/<input\b[^>]*>/g) ?? [];
  return inputs
    .filter((input) => input.includes(` name="${name}"`))
    .map((input) => unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? ''));
}

/** A page's hidden fields of those names, to be posted back. */
export const carried = (page: Visited, ...names: readonly string[]): (readonly [string, string])[] =>
  names.map((name) => [name, valuesOf(page, name)[0] ?? ''] as const);
