import type { Outcome } from '../lambda/worker-thread.ts';
import { isObject, listAt, parseJson, textAt } from '../template/json.ts';

/** Which items of a batch a function left undone: none, all, or these identifiers. */
export type ItemFailures = 'none' | 'all' | ReadonlySet<string>;

/** Reads an outcome as an event source mapping does; a report with an identifier that the batch does not have fails it whole. */
export function itemFailures(outcome: Outcome, reports: boolean, identifiers: readonly string[]): ItemFailures {
  if (!outcome.ok) return 'all';
  if (!reports || outcome.result === undefined) return 'none';
  const result = parseJson(outcome.result);
  if (!isObject(result)) return 'none';
  const failed = listAt(result, 'batchItemFailures').map((item) => textAt(item, 'itemIdentifier') ?? '');
  if (failed.length === 0) return 'none';
  return failed.every((id) => identifiers.includes(id)) ? new Set(failed) : 'all';
}
