import type { Market, RegionalMarket } from '#lib/core/matching/allocation/lines/read-market.ts';
import type { Assignment } from '#lib/core/matching/allocation/stable/match-market.ts';

/** A published plain market and what is known of it. */
export type Example = {
  readonly name: string;
  readonly cite: string;
  readonly proposers: string;
  readonly receivers: string;
  readonly forProposers: string;
  readonly forReceivers: string;
  readonly stable: number;
};

/** A published regional market and what is known of it; `stable` lists all matchings stable in the sense of Kamada & Kojima. */
export type RegionalExample = {
  readonly name: string;
  readonly cite: string;
  readonly proposers: string;
  readonly receivers: string;
  readonly regions: string;
  readonly flexible: string;
  readonly capsAsTargets: string;
  readonly stable: readonly string[] | null;
};

type Line = { readonly id: string; readonly terms: readonly string[]; readonly rest: string };

const linesOf = (text: string): Line[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', rest = ''] = line.split(':');
      const [, id = '', terms = ''] = /^\s*(.*?)(?: \((.*)\))?$/.exec(head) ?? [];
      return { id, terms: terms.split(', '), rest: rest.trim() };
    });

const listOf = (rest: string): string[] => (rest === '' ? [] : rest.split(' > '));

/** Reads an assignment. */
export const assignmentIn = (text: string): Assignment =>
  new Map(linesOf(text).map(({ id, rest }) => [id, rest === '-' ? null : rest]));

/** Reads a plain market. */
export const marketIn = (example: Pick<Example, 'proposers' | 'receivers'>): Market => ({
  proposers: new Map(linesOf(example.proposers).map(({ id, rest }) => [id, listOf(rest)])),
  receivers: new Map(
    linesOf(example.receivers).map(({ id, terms, rest }) => [id, { cap: Number(terms[0]), prefs: listOf(rest) }]),
  ),
});

/** Reads a regional market. */
export const regionalMarketIn = (example: RegionalExample): RegionalMarket => ({
  proposers: marketIn(example).proposers,
  receivers: new Map(
    linesOf(example.receivers).map(({ id, terms, rest }) => [
      id,
      { cap: Number(terms[0]), target: Number(terms[1]), region: terms[2] ?? '', prefs: listOf(rest) },
    ]),
  ),
  regions: new Map(
    linesOf(example.regions).map(({ id, terms, rest }) => [id, { cap: Number(terms[0]), order: listOf(rest) }]),
  ),
});

/** Every way to send each proposer to one of its listed receivers or nowhere. */
export function* everyAssignment(proposers: Market['proposers']): Generator<Assignment> {
  const ids = [...proposers.keys()];
  const chosen = new Map<string, string | null>();
  yield* choose(0);
  function* choose(i: number): Generator<Assignment> {
    const id = ids[i];
    if (id === undefined) {
      yield new Map(chosen);
      return;
    }
    for (const receiver of [...(proposers.get(id) ?? []), null]) {
      chosen.set(id, receiver);
      yield* choose(i + 1);
    }
  }
}
