import type { Party } from './field.ts';
import type { Ranking } from './ranking.ts';

/** How visible one prefecture's hosts are. */
export interface Exposure {
  readonly prefecture: string;
  readonly hosts: number;
  /** Lines of its hosts among the first places of all sources' lists. */
  readonly appearances: number;
  /** Its hosts that stand there at least once. */
  readonly seen: number;
}

/** A host with the number of lists in whose first places it stands. */
export interface HostExposure {
  readonly host: Party;
  readonly appearances: number;
}

/** How often each host stands among the first places of somebody's list, under the published weights; in the pool's order. */
export function hostExposure(ranking: Ranking, places = 10): readonly HostExposure[] {
  const appearances = new Map<string, number>();
  for (const { organisation } of ranking.sources) {
    for (const { partner } of ranking.list('source', organisation)?.entries(0, places) ?? []) {
      appearances.set(partner.organisation, (appearances.get(partner.organisation) ?? 0) + 1);
    }
  }
  return ranking.hosts.map((host) => ({ host, appearances: appearances.get(host.organisation) ?? 0 }));
}

/** The same by prefecture, in the order of their codes. */
export const exposureByPrefecture = (exposed: readonly HostExposure[]): readonly Exposure[] =>
  [...Map.groupBy(exposed, ({ host }) => host.prefecture)]
    .map(([prefecture, hosts]) => ({
      prefecture,
      hosts: hosts.length,
      appearances: hosts.reduce((sum, { appearances }) => sum + appearances, 0),
      seen: hosts.filter(({ appearances }) => appearances > 0).length,
    }))
    .sort((a, b) => (a.prefecture < b.prefecture ? -1 : 1));

/** Least, middle and greatest of some whole numbers; the middle of an even count is the lower of the two. Undefined for none. */
export function spreadOf(
  counts: readonly number[],
): { readonly least: number; readonly middle: number; readonly most: number } | undefined {
  const sorted = counts.toSorted((a, b) => a - b);
  const [least, middle, most] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
  return least === undefined || middle === undefined || most === undefined ? undefined : { least, middle, most };
}
