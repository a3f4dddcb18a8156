/** Longest answer that a pattern is tried on, in UTF-16 units; longer ones do not match. */
const MAX_INPUT = 200;
const MAX_PATTERN = 300;
const MAX_REPEATS = 6;

const compiled = new Map<string, RegExp | undefined>();

/** Whether the whole of a text matches a pattern (ODK's `regex()`); a pattern that `patternProblem` refuses matches nothing. */
export function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > MAX_INPUT) return false;
  if (!compiled.has(pattern)) {
    if (compiled.size > 1000) compiled.clear();
    compiled.set(pattern, patternProblem(pattern) === undefined ? new RegExp(`^(?:${pattern})$`) : undefined);
  }
  return compiled.get(pattern)?.test(text) ?? false;
}

/** Why a pattern is not taken: it is no regular expression, or it could run for ever on a short text. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN) return `正規表現は${MAX_PATTERN}文字以内にしてください。`;
  try {
    new RegExp(`^(?:${pattern})$`);
  } catch {
    return '正規表現の書き方を確かめてください。';
  }
  return couldRunForEver(pattern)
    ? '繰り返しの中に繰り返しや「|」がある正規表現、後方参照は使えません。より単純な形にしてください。'
    : undefined;
}

/** Refuses back references, look-around, unbounded repeats around a group that repeats or branches, and very many repeats. */
function couldRunForEver(pattern: string): boolean {
  const plain = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\\[1-9k]|\(\?[=!<]/.test(plain)) return true;
  const repeats = plain.match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0;
  return repeats > MAX_REPEATS || groupRepeats(plain);
}

function groupRepeats(plain: string): boolean {
  const open: { risky: boolean }[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const inner = open.at(-1);
    if (plain[at] === '(') open.push({ risky: false });
    else if (plain[at] === ')') {
      const closed = open.pop();
      const repeated = /^(?:[*+]|\{\d+(?:,\d*)?\})/.test(plain.slice(at + 1));
      if (closed?.risky && repeated) return true;
      const outer = open.at(-1);
      if (outer !== undefined && (closed?.risky || repeated)) outer.risky = true;
    } else if (inner !== undefined && /^(?:[*+|]|\{\d+,)/.test(plain.slice(at))) inner.risky = true;
  }
  return false;
}
