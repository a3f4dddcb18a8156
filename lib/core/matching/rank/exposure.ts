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

/** How often each prefecture's hosts stand among the first places of somebody's list, under the published weights. */
export function exposure(ranking: Ranking, places = 10): readonly Exposure[] {
  const appearances = new Map<string, number>();
  for (const { organisation } of ranking.sources) {
    for (const { partner } of ranking.list('source', organisation)?.entries(0, places) ?? []) {
      appearances.set(partner.organisation, (appearances.get(partner.organisation) ?? 0) + 1);
    }
  }
  return [...Map.groupBy(ranking.hosts, ({ prefecture }) => prefecture)]
    .map(([prefecture, hosts]) => {
      const counts = hosts.map(({ organisation }) => appearances.get(organisation) ?? 0);
      return {
        prefecture,
        hosts: hosts.length,
        appearances: counts.reduce((sum, count) => sum + count, 0),
        seen: counts.filter((count) => count > 0).length,
      };
    })
    .sort((a, b) => (a.prefecture < b.prefecture ? -1 : 1));
}
