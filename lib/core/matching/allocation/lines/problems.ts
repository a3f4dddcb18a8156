/** Collects what is wrong with an input, each as a path and a sentence; keeps the first twenty and counts the rest. */
export type Problems = {
  readonly add: (path: string, sentence: string) => void;
  readonly list: () => string[];
  readonly none: () => boolean;
};

const MOST = 20;

/** A fresh collection. */
export function collectProblems(): Problems {
  const found: string[] = [];
  let more = 0;
  return {
    add(path, sentence) {
      if (found.length < MOST) found.push(`${path}: ${sentence}`);
      else more++;
    },
    list: () => (more > 0 ? [...found, `and ${more} more`] : [...found]),
    none: () => found.length === 0,
  };
}

/** A JSON object, or null after saying that it is not one. */
export function readObject(value: unknown, path: string, problems: Problems): Readonly<Record<string, unknown>> | null {
  if (isObject(value)) return value;
  problems.add(path, value === undefined ? 'is missing' : 'must be an object');
  return null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The most people or seats any one number may state. */
const MOST_PEOPLE = 1_000_000_000;

/** A whole number of people from 0, or 0 after saying what is wrong. */
export function readCount(value: unknown, path: string, problems: Problems): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_PEOPLE)
    return value === 0 ? 0 : value;
  problems.add(path, value === undefined ? 'is missing' : `must be a whole number from 0 to ${MOST_PEOPLE}`);
  return 0;
}

/** A string, or '' after saying what is wrong. */
export function readText(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string') return value;
  problems.add(path, value === undefined ? 'is missing' : 'must be a string');
  return '';
}

/** A list of distinct ids of `known`; `what` names what they are in a complaint. */
export function readIds(
  value: unknown,
  path: string,
  known: ReadonlyMap<string, unknown>,
  what: string,
  problems: Problems,
): string[] {
  if (!Array.isArray(value)) {
    problems.add(path, value === undefined ? 'is missing' : 'must be a list of ids');
    return [];
  }
  const ids: string[] = [];
  for (const [i, id] of value.entries()) {
    if (typeof id !== 'string') problems.add(`${path}[${i}]`, 'must be a string');
    else if (!known.has(id)) problems.add(`${path}[${i}]`, `unknown ${what} ${JSON.stringify(id)}`);
    else ids.push(id);
  }
  const distinct = new Set(ids);
  if (distinct.size < ids.length) {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) problems.add(path, `names ${what} ${JSON.stringify(id)} more than once`);
      seen.add(id);
    }
  }
  return ids;
}

/** The entries of a JSON object as a map, so that ids such as `__proto__` or `constructor` are ids like any other. */
export const entriesOf = (value: Readonly<Record<string, unknown>> | null): ReadonlyMap<string, unknown> =>
  new Map(value === null ? [] : Object.entries(value));
