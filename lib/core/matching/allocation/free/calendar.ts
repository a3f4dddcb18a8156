import { ok, type Result, refuse } from '#lib/core/result.ts';
import { collectProblems, entriesOf, readCount, readObject } from '../lines/problems.ts';
import type { QuotaRound } from '../round/quota-round.ts';

/** Free start weeks: a year of `blocks` (4 weeks each), stays of some blocks, and the seats a host has at one time, 人. */
export type Calendar = {
  readonly blocks: number;
  readonly length: ReadonlyMap<string, number>;
  readonly seats: ReadonlyMap<string, readonly number[]>;
};

/** Blocks in a year: 13 of 4 weeks. */
const MOST_BLOCKS = 53;

/**
 * Reads `calendar: {blocks, length, lengths?: {source: blocks}, seats?: {host: [seats a block]}}`; null when the input has none. A host
 * without `seats` has its `cap` in every block.
 */
export function readCalendar(
  input: Readonly<Record<string, unknown>>,
  round: QuotaRound,
): Result<Calendar | null, string[]> {
  if (input.calendar === undefined) return ok(null);
  const problems = collectProblems();
  const own = readObject(input.calendar, 'calendar', problems);
  if (own === null) return refuse(problems.list());
  const blocks = readCount(own.blocks, 'calendar.blocks', problems);
  const usual = readCount(own.length, 'calendar.length', problems);
  if (blocks < 1 || blocks > MOST_BLOCKS) problems.add('calendar.blocks', `must be from 1 to ${MOST_BLOCKS}`);
  const length = new Map<string, number>();
  for (const id of round.sources.keys()) length.set(id, usual);
  for (const [id, value] of entriesOf(
    own.lengths === undefined ? null : readObject(own.lengths, 'calendar.lengths', problems),
  )) {
    if (!round.sources.has(id)) problems.add(`calendar.lengths.${id}`, 'unknown source');
    length.set(id, readCount(value, `calendar.lengths.${id}`, problems));
  }
  for (const [id, n] of length)
    if (n < 1 || n > blocks) problems.add(`calendar.length (${id})`, 'must be from 1 to blocks');
  const seats = new Map<string, readonly number[]>();
  for (const [id, { cap }] of round.hosts) seats.set(id, new Array(Math.min(blocks, MOST_BLOCKS)).fill(cap));
  for (const [id, value] of entriesOf(
    own.seats === undefined ? null : readObject(own.seats, 'calendar.seats', problems),
  )) {
    const path = `calendar.seats.${id}`;
    if (!round.hosts.has(id)) problems.add(path, 'unknown host');
    if (!Array.isArray(value) || value.length !== blocks) problems.add(path, 'must list one number a block');
    else
      seats.set(
        id,
        value.map((n, b) => readCount(n, `${path}[${b}]`, problems)),
      );
  }
  return problems.none() ? ok({ blocks, length, seats }) : refuse(problems.list());
}
