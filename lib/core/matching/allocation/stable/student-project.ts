import { placeOf, type Standing } from './standing.ts';

/**
 * Students, the projects they list and the supervisors who offer them (SPA-S): a project is a department with seats of its
 * own inside a hospital, which is its supervisor. `pref` ranks students per supervisor for all its projects alike.
 */
export type ProjectLists = {
  readonly students: number;
  readonly listStart: Int32Array;
  readonly list: Int32Array;
  readonly projectCap: Int32Array;
  readonly supervisor: Int32Array;
  readonly supervisorCap: Int32Array;
  readonly prefStart: Int32Array;
  readonly pref: Int32Array;
};

/**
 * The student-optimal stable matching (Abraham, Irving & Manlove, J. Discrete Algorithms 5(1), 2007): for each student its
 * entry of `list`, or -1. `standing` says where the students stand in the supervisors' lists.
 */
export function studentOptimal(market: ProjectLists, standing: Standing): Int32Array {
  const { students, listStart, list, projectCap, supervisor, supervisorCap, prefStart, pref } = market;
  const next = listStart.slice(0, students);
  const match = new Int32Array(students).fill(-1);
  const projectAt = new Int32Array(pref.length).fill(-1);
  const inProject = new Int32Array(projectCap.length);
  const inHouse = new Int32Array(supervisorCap.length);
  const projectWorst = new Int32Array(projectCap.length).fill(-1);
  const houseWorst = new Int32Array(supervisorCap.length).fill(-1);

  for (let first = 0; first < students; first++) {
    let s = first;
    while (s >= 0) {
      const e = next[s] ?? 0;
      if (e >= (listStart[s + 1] ?? 0)) break;
      next[s] = e + 1;
      const j = list[e] ?? 0;
      const k = supervisor[j] ?? 0;
      const a = placeOf(standing, prefStart, s, k);
      if (a < 0) continue;
      const projectFull = (inProject[j] ?? 0) >= (projectCap[j] ?? 0);
      const houseFull = (inHouse[k] ?? 0) >= (supervisorCap[k] ?? 0);
      if (projectFull && a > worstOf(j)) continue;
      if (houseFull && a > worstIn(k)) continue;
      const out = projectFull ? worstOf(j) : houseFull ? worstIn(k) : -1;
      if (out >= 0) release(out, k);
      projectAt[a] = j;
      inProject[j] = (inProject[j] ?? 0) + 1;
      inHouse[k] = (inHouse[k] ?? 0) + 1;
      projectWorst[j] = Math.max(projectWorst[j] ?? -1, a);
      houseWorst[k] = Math.max(houseWorst[k] ?? -1, a);
      match[s] = e;
      s = out >= 0 ? (pref[out] ?? 0) : -1;
    }
  }
  return match;

  function worstOf(j: number): number {
    let a = (inProject[j] ?? 0) === 0 ? -1 : (projectWorst[j] ?? -1);
    while (a >= 0 && projectAt[a] !== j) a--;
    projectWorst[j] = a;
    return a;
  }

  function worstIn(k: number): number {
    let a = (inHouse[k] ?? 0) === 0 ? -1 : (houseWorst[k] ?? -1);
    while (a >= 0 && projectAt[a] === -1) a--;
    houseWorst[k] = a;
    return a;
  }

  function release(a: number, k: number): void {
    const j = projectAt[a] ?? 0;
    projectAt[a] = -1;
    inProject[j] = (inProject[j] ?? 0) - 1;
    inHouse[k] = (inHouse[k] ?? 0) - 1;
    match[pref[a] ?? 0] = -1;
  }
}
