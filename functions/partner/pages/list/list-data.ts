import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import { placesOf } from './places.ts';
import type { RerankData } from './rerank-data.ts';

/** Lays out a list for the page's script. */
export function listData({ ranking, list, side, edition }: OpenList, kept: readonly Entry[]): RerankData {
  const { table, partners } = list;
  const places = placesOf(edition.places);
  return {
    rule: { ...ranking.rule, criteria: ranking.rule.criteria.map((criterion) => ({ ...criterion, help: '' })) },
    side,
    points: Buffer.from(table.points).toString('base64'),
    closed: Array.from(table.closed),
    lots: Array.from(table.lots),
    partners: partners.map((partner) => [partner.organisation, partner.name, places.whole(partner)]),
    kept: kept.map(({ row }) => row),
  };
}
