/**
 * The first key that an object in a JSON text states twice, or null: `JSON.parse` would keep the last in silence. The text must be
 * valid JSON.
 */
export function repeatedKey(text: string, parsed: unknown): string | null {
  return countKeys(text) === countParsed(parsed) ? null : findRepeated(text);
}

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

function* keys(text: string): Generator<{ readonly from: number; readonly to: number }> {
  for (let i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i)) {
    const to = endOfString(text, i);
    let after = to;
    while (text.charCodeAt(after) <= 32) after++;
    if (text.charCodeAt(after) === COLON) yield { from: i, to };
    i = to;
  }
}

/** The index just past the string that opens at `from`. */
function endOfString(text: string, from: number): number {
  let i = from + 1;
  for (let c = text.charCodeAt(i); c !== QUOTE; c = text.charCodeAt(i)) i += c === BACKSLASH ? 2 : 1;
  return i + 1;
}

function countKeys(text: string): number {
  let count = 0;
  for (const _ of keys(text)) count++;
  return count;
}

function countParsed(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) {
    let sum = 0;
    for (const one of value) sum += typeof one === 'object' ? countParsed(one) : 0;
    return sum;
  }
  const values = Object.values(value);
  let sum = values.length;
  for (const one of values) sum += typeof one === 'object' ? countParsed(one) : 0;
  return sum;
}

function findRepeated(text: string): string {
  const open: Set<string>[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '{') open.push(new Set());
    else if (c === '}') open.pop();
    else if (c === '"') {
      const to = endOfString(text, i);
      let after = to;
      while (text.charCodeAt(after) <= 32) after++;
      const inside = open.at(-1);
      if (text[after] === ':' && inside !== undefined) {
        const key: unknown = JSON.parse(text.slice(i, to));
        if (typeof key === 'string' && inside.has(key)) return key;
        if (typeof key === 'string') inside.add(key);
      }
      i = to - 1;
    }
  }
  return '';
}
