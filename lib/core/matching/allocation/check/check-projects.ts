import type { ProjectMarket } from '../lines/read-projects.ts';
import type { Assignment } from '../stable/match-market.ts';
import type { Breach } from './breach.ts';

/**
 * Checks a matching of students to projects from its lists alone: ids, acceptability, seats of projects and supervisors, and
 * that no pair blocks in the sense of Abraham, Irving & Manlove (2007).
 */
export function checkProjects(market: ProjectMarket, assignment: Assignment): readonly Breach[] {
  const breaches: Breach[] = [];
  const ranks = new Map([...market.supervisors].map(([id, { prefs }]) => [id, new Map(prefs.map((s, i) => [s, i]))]));
  const inProject = new Map<string, number[]>([...market.projects.keys()].map((id) => [id, []]));
  const inHouse = new Map<string, number[]>([...market.supervisors.keys()].map((id) => [id, []]));
  const rankOf = (student: string, project: string) =>
    ranks.get(market.projects.get(project)?.supervisor ?? '')?.get(student);
  for (const id of assignment.keys()) if (!market.students.has(id)) breaches.push({ kind: 'unknown-id', who: [id] });
  for (const [student, list] of market.students) {
    const project = assignment.get(student);
    if (project === undefined) breaches.push({ kind: 'missing', who: [student] });
    if (project === undefined || project === null) continue;
    const rank = rankOf(student, project);
    if (!market.projects.has(project)) breaches.push({ kind: 'unknown-id', who: [student, project] });
    else if (rank === undefined || !list.includes(project))
      breaches.push({ kind: 'unacceptable', who: [student, project] });
    inProject.get(project)?.push(rank ?? Number.POSITIVE_INFINITY);
    inHouse.get(market.projects.get(project)?.supervisor ?? '')?.push(rank ?? Number.POSITIVE_INFINITY);
  }
  const count = (id: string, cap: number, ranksHeld: readonly number[] | undefined) => {
    const found = ranksHeld?.length ?? 0;
    if (found > cap) breaches.push({ kind: 'over-capacity', who: [id], found, allowed: cap });
  };
  for (const [id, { cap }] of market.projects) count(id, cap, inProject.get(id));
  for (const [id, { cap }] of market.supervisors) count(id, cap, inHouse.get(id));
  for (const [student, list] of market.students) {
    const current = assignment.get(student) ?? null;
    for (const id of list) {
      if (id === current) break;
      const rank = rankOf(student, id);
      const project = market.projects.get(id);
      if (rank === undefined || project === undefined) continue;
      const here = inProject.get(id) ?? [];
      const house = inHouse.get(project.supervisor) ?? [];
      const ownHouse = current !== null && market.projects.get(current)?.supervisor === project.supervisor;
      const houseCap = market.supervisors.get(project.supervisor)?.cap ?? 0;
      const blocks =
        here.length < project.cap
          ? house.length < houseCap || ownHouse || house.some((other) => other > rank)
          : here.some((other) => other > rank);
      if (blocks) breaches.push({ kind: 'blocking-pair', who: [student, id] });
    }
  }
  return breaches;
}
