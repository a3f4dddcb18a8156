/** Where a result comes from: enough to run it again and get the same bytes. */
export type Provenance = {
  readonly inputHash: string;
  readonly ruleVersion: string;
  readonly mode: string;
  readonly engineVersion: string;
  readonly tieSeed: number;
};

/** Raised whenever the engine may answer the same input with other bytes. */
const engineVersion = '1';

/** Signs a result with its origin; `hash` is the caller's (SHA-256 in hex), taken over the input with its keys in order. */
export function provenanceOf(
  input: unknown,
  mode: string,
  ruleVersion: string,
  tieSeed: number,
  hash: (text: string) => string,
): Provenance {
  return { inputHash: hash(canonicalJson(input)), ruleVersion, mode, engineVersion, tieSeed };
}

/** JSON with the keys of every object in code-unit order, so that equal inputs have equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}
