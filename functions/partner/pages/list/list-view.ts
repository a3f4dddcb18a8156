import type { Direction, ScoringRule, Weights } from '#lib/core/matching/rank/scoring-rule.ts';
import type { Facet } from '#lib/usecases/facets.ts';

/** How somebody wants to see a list; all of it stands in the address, so that it can be kept and passed on. */
export interface ListView {
  /** What matters to the hospital, where it differs from the published weights. */
  readonly weights: Weights;
  readonly prefecture: string;
  readonly class: string;
  /** Only partners that take requests at present. */
  readonly open: boolean;
  /** Code wanted by facet. */
  readonly chosen: ReadonlyMap<string, string>;
  /** How many hospitals each choice has is shown beside it. */
  readonly counts: boolean;
  /** From 1. */
  readonly page: number;
}

/** Lines of one page of a list. */
export const linesPerPage = 50;

/** Own weights out of an address: only criteria of the hospital's own direction, only where they differ from the published ones. */
export function readWeights(query: URLSearchParams, rule: ScoringRule, own: Direction): Weights {
  return Object.fromEntries(
    rule.criteria.flatMap(({ id, direction, weight }) => {
      const typed = query.get(`w.${id}`)?.normalize('NFKC').trim() ?? '';
      if (direction !== own || !/^\d{1,3}$/.test(typed)) return [];
      const set = Math.min(rule.maxWeight, Number(typed));
      return set === weight ? [] : [[id, set]];
    }),
  );
}

/** Reads the wishes for a list out of an address; what is not offered counts as not asked for. */
export function readView(query: URLSearchParams, facets: readonly Facet[], weights: Weights): ListView {
  const page = Number(query.get('page') ?? 1);
  return {
    weights,
    prefecture: query.get('prefecture') ?? '',
    class: query.get('class') ?? '',
    open: query.get('open') === 'yes',
    chosen: new Map(
      facets.flatMap(({ id, choices }) => {
        const code = query.get(`q.${id}`) ?? '';
        return choices.some((choice) => choice.code === code) ? [[id, code] as const] : [];
      }),
    ),
    counts: query.get('counts') === 'yes',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Pairs of a view's address, without what is usual. */
export function pairsOf(view: ListView): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(view.weights).map(([id, weight]) => [`w.${id}`, String(weight)] as const),
    ...(view.prefecture === '' ? [] : [['prefecture', view.prefecture] as const]),
    ...(view.class === '' ? [] : [['class', view.class] as const]),
    ...(view.open ? [['open', 'yes'] as const] : []),
    ...[...view.chosen].map(([id, code]) => [`q.${id}`, code] as const),
    ...(view.counts ? [['counts', 'yes'] as const] : []),
    ...(view.page === 1 ? [] : [['page', String(view.page)] as const]),
  ];
}

/** A view as the end of an address, with its question mark; empty for the usual view. */
export function addressOf(view: ListView): string {
  const text = new URLSearchParams(pairsOf(view).map(([name, value]) => [name, value])).toString();
  return text === '' ? '' : `?${text}`;
}

/** Only the weights of an address: what sheets and comparisons need to reckon alike. */
export const weightsAddress = (weights: Weights): string =>
  addressOf({ weights, prefecture: '', class: '', open: false, chosen: new Map(), counts: false, page: 1 });
