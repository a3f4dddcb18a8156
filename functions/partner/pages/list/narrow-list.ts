import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import { chosenAnswers } from '#lib/usecases/chosen-answers.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { type Facet, heldCodes } from '#lib/usecases/facets.ts';
import { closedFor, type OpenList } from '#lib/usecases/open-list.ts';
import type { ListView } from './list-view.ts';

/** A list as its filters leave it. */
export interface NarrowedList {
  /** Lines that pass every filter, in order. */
  readonly kept: readonly Entry[];
  /** Lines that would be kept with one choice of one filter, by filter and code; the other filters stay as they are. Answers are counted only where they were read. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Best line of each prefecture under all filters but the prefecture's own. */
  readonly bestIn: ReadonlyMap<string, Entry>;
}

/** One filter: what is wanted of it, and the codes that a line holds. */
interface Filter {
  readonly id: string;
  readonly wanted: string | undefined;
  readonly codesOf: (entry: Entry) => readonly string[];
}

/** Narrows a list; answers are read only where a filter asks for one, or the choices are to be counted. */
export async function narrowList(
  desk: MatchDesk,
  opened: OpenList,
  view: ListView,
  facets: readonly Facet[],
): Promise<NarrowedList> {
  const answers = view.chosen.size > 0 || view.counts ? await chosenAnswers(desk, opened) : undefined;
  const filters: readonly Filter[] = [
    { id: 'prefecture', wanted: view.prefecture || undefined, codesOf: ({ partner }) => [partner.prefecture] },
    { id: 'class', wanted: view.class || undefined, codesOf: ({ partner }) => [String(partner.class)] },
    {
      id: 'open',
      wanted: view.open ? 'yes' : undefined,
      codesOf: (entry) => (closedFor(opened, entry) === null ? ['yes'] : []),
    },
    ...(answers ? facets : []).map((facet) => ({
      id: `q.${facet.id}`,
      wanted: view.chosen.get(facet.id),
      codesOf: ({ partner }: Entry) => heldCodes(answers?.get(partner.organisation) ?? {}, facet),
    })),
  ];
  const kept: Entry[] = [];
  const counts = new Map(filters.map(({ id }) => [id, new Map<string, number>()]));
  const bestIn = new Map<string, Entry>();
  for (const entry of opened.list.entries()) {
    const held = filters.map(({ codesOf }) => codesOf(entry));
    const failed = filters.filter(({ wanted }, at) => wanted !== undefined && !held[at]?.includes(wanted));
    if (failed.length > 1) continue;
    if (failed.length === 0) kept.push(entry);
    filters.forEach(({ id }, at) => {
      if (failed[0] !== undefined && failed[0].id !== id) return;
      const row = counts.get(id);
      for (const code of held[at] ?? []) row?.set(code, (row.get(code) ?? 0) + 1);
      const { prefecture } = entry.partner;
      if (id === 'prefecture' && !bestIn.has(prefecture)) bestIn.set(prefecture, entry);
    });
  }
  return { kept, counts, bestIn };
}
