import type { Market, RegionalMarket } from '../lines/read-market.ts';
import type { ProjectMarket } from '../lines/read-projects.ts';
import { byId } from '../round/quota-round.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import { flexibleDeferredAcceptance } from './flexible-deferred-acceptance.ts';
import { type IndexedMarket, indexMarket, indexRegionalMarket, packIds } from './index-market.ts';
import { receiverOptimal } from './many-to-many.ts';
import { standings } from './standing.ts';
import { studentOptimal } from './student-project.ts';
import type { TwoSidedLists } from './two-sided-lists.ts';

/** Where each proposer ends, or null; keys in id order. */
export type Assignment = ReadonlyMap<string, string | null>;

/** The proposer-optimal stable matching (mode A). */
export function matchStable(market: Market): Assignment {
  const indexed = indexMarket(market);
  return named(indexed, deferredAcceptance(indexed.lists, standings(indexed.lists)));
}

/** The receiver-optimal stable matching: the other end of the lattice, to tell what holds in every stable matching. */
export function matchForReceivers(market: Market): Assignment {
  const indexed = indexMarket(market);
  return named(indexed, receiverOptimal(indexed.lists));
}

/** The matching of flexible deferred acceptance under regional caps (mode B). */
export function matchRegional(market: RegionalMarket): Assignment {
  const indexed = indexRegionalMarket(market);
  return named(indexed, flexibleDeferredAcceptance(indexed.lists, standings(indexed.lists)));
}

/** The student-optimal stable matching with projects inside supervisors. */
export function matchProjects(market: ProjectMarket): Assignment {
  const students = [...market.students.keys()].sort(byId);
  const projects = [...market.projects.keys()].sort(byId);
  const supervisors = [...market.supervisors.keys()].sort(byId);
  const lists = packIds(students, (id) => market.students.get(id) ?? [], projects);
  const prefs = packIds(supervisors, (id) => market.supervisors.get(id)?.prefs ?? [], students);
  const supervisorAt = new Map(supervisors.map((id, i) => [id, i]));
  const supervisor = Int32Array.from(
    projects,
    (id) => supervisorAt.get(market.projects.get(id)?.supervisor ?? '') ?? 0,
  );
  const match = studentOptimal(
    {
      students: students.length,
      listStart: lists.start,
      list: lists.items,
      projectCap: Int32Array.from(projects, (id) => market.projects.get(id)?.cap ?? 0),
      supervisor,
      supervisorCap: Int32Array.from(supervisors, (id) => market.supervisors.get(id)?.cap ?? 0),
      prefStart: prefs.start,
      pref: prefs.items,
    },
    standings({ proposers: students.length, pref: prefs.items }),
  );
  return new Map(students.map((id, i) => [id, projects[lists.items[match[i] ?? -1] ?? -1] ?? null]));
}

function named({ proposers, receivers, lists }: IndexedMarket<TwoSidedLists>, match: Int32Array): Assignment {
  return new Map(proposers.map((id, p) => [id, receivers[lists.list[match[p] ?? -1] ?? -1] ?? null]));
}
