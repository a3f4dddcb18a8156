import type { Result } from '#lib/core/result.ts';
import { provenanceOf } from '../explain/provenance.ts';
import { readCalendar } from '../free/calendar.ts';
import type { IntegerProgram } from '../free/integer-program.ts';
import type { HighsEnding } from '../free/run-highs.ts';
import { answerIgnoringRegions, answerMarket, answerProjects, answerRegional } from './answer-market.ts';
import { answerBest, answerFree, answerStableRound, type RoundWords } from './answer-round.ts';
import { readMarket, readRegionalMarket } from './read-market.ts';
import { readProjectMarket } from './read-projects.ts';
import { readRound } from './read-round.ts';
import { repeatedKey } from './repeated-key.ts';

/** The four ways to allocate: A stable, B stable under regional caps, C best total under floors and caps, D with free start weeks. */
export const modes = ['stable', 'regional', 'best', 'free'] as const;

/** One of the four modes. */
export type Mode = (typeof modes)[number];

/** The shapes an instance may have; outside names are mapped to them by whoever reads the lines. */
export type Shape = 'market' | 'regional-market' | 'project-market' | 'quota-round';

/** How lines are to be answered. Time, threads and words are the caller's: the core only uses what it is handed. */
export type LineOptions = {
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Why models that people know are not offered. */
  readonly notOffered: ReadonlyMap<string, string>;
  readonly mode: Mode | null;
  readonly prices: boolean;
  /** Adds each pair's reason and where the result comes from; null leaves them out. `hash` is SHA-256 in hex. */
  readonly explain: { readonly ruleVersion: string; readonly hash: (text: string) => string } | null;
  readonly tieSeed: number;
  readonly words: RoundWords;
  readonly seconds: number;
  readonly run: (program: IntegerProgram, seconds: number) => Promise<HighsEnding>;
};

const usual: Readonly<Record<Shape, Mode>> = {
  market: 'stable',
  'regional-market': 'regional',
  'project-market': 'stable',
  'quota-round': 'best',
};

const fitting: Readonly<Record<Shape, readonly Mode[]>> = {
  market: ['stable'],
  'regional-market': ['stable', 'regional'],
  'project-market': ['stable'],
  'quota-round': modes,
};

/** Most slots that modes A and B will turn into single proposers. */
const MOST_UNITS = 1_000_000;

/** How an answer to bad input begins. */
const REFUSED = '{"status":"invalid"';

/** Answers one instance, a line of JSON, with a line of JSON. Bad input is answered `invalid`, with all that is wrong, and never throws. */
export async function answerLine(text: string, options: LineOptions): Promise<string> {
  const input = parseObject(text);
  if (!input.ok) return invalid([input.error]);
  const { model } = input.value;
  const shape = typeof model === 'string' ? options.shapes.get(model) : undefined;
  if (shape === undefined) {
    const known = [...options.shapes.keys()].join(', ');
    const why = typeof model === 'string' ? options.notOffered.get(model) : undefined;
    const said = `unknown model ${JSON.stringify(model)}`;
    return invalid([model === undefined ? `model: is missing (${known})` : `model: ${why ?? said} (${known})`]);
  }
  const mode = options.mode ?? usual[shape];
  if (!fitting[shape].includes(mode))
    return invalid([`mode: ${mode} does not fit model ${model}, which takes ${fitting[shape].join(', ')}`]);
  const answer = await answerShape(shape, mode, input.value, options);
  if (options.explain === null || answer.startsWith(REFUSED)) return answer;
  const { ruleVersion, hash } = options.explain;
  const provenance = provenanceOf(input.value, mode, ruleVersion, options.tieSeed, hash);
  return `${answer.slice(0, -1)},"provenance":${JSON.stringify(provenance)}}`;
}

/** Answers an instance of a known shape in a mode that fits it. */
function answerShape(
  shape: Shape,
  mode: Mode,
  input: Readonly<Record<string, unknown>>,
  options: LineOptions,
): string | Promise<string> {
  const explain = options.explain !== null;
  switch (shape) {
    case 'market':
      return answered(readMarket(input), (market) => answerMarket(market, explain));
    case 'regional-market':
      return answered(readRegionalMarket(input), (market) =>
        mode === 'stable' ? answerIgnoringRegions(market) : answerRegional(market, explain),
      );
    case 'project-market':
      return answered(readProjectMarket(input), answerProjects);
    case 'quota-round': {
      const round = readRound(input);
      if (!round.ok) return invalid(round.error);
      if (mode === 'best') return answerBest(round.value, options.words, options.prices, explain);
      if (mode === 'free') {
        const calendar = readCalendar(input, round.value);
        if (!calendar.ok) return invalid(calendar.error);
        return answerFree(round.value, calendar.value, options.words, options.run, options.seconds, explain);
      }
      let units = 0;
      for (const { slots } of round.value.sources.values()) units += slots;
      if (units > MOST_UNITS) return invalid([`sources: mode ${mode} takes at most ${MOST_UNITS} slots`]);
      return answerStableRound(round.value, options.words, mode === 'regional', options.tieSeed);
    }
  }
}

const answered = <T>(read: Result<T, string[]>, answer: (value: T) => string): string =>
  read.ok ? answer(read.value) : invalid(read.error);

/** The answer to bad input. */
export const invalid = (errors: readonly string[]): string => JSON.stringify({ status: 'invalid', errors });

function parseObject(text: string): Result<Readonly<Record<string, unknown>>, string> {
  if (text.trim() === '') return { ok: false, error: 'line: is empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
    const twice = repeatedKey(text, value);
    if (twice !== null)
      return { ok: false, error: `line: an object states the key ${JSON.stringify(twice)} more than once` };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, error: 'line: is not JSON' };
    if (error instanceof RangeError) return { ok: false, error: 'line: is nested too deeply' };
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, error: 'line: must be a JSON object' };
  return { ok: true, value: { ...value } };
}
