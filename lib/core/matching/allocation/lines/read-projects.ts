import { ok, type Result, refuse } from '#lib/core/result.ts';
import { collectProblems, entriesOf, readCount, readIds, readObject, readText } from './problems.ts';

/** Students, projects and the supervisors who offer them, by id: departments with seats of their own inside a hospital. */
export type ProjectMarket = {
  readonly students: ReadonlyMap<string, readonly string[]>;
  readonly projects: ReadonlyMap<string, { readonly cap: number; readonly supervisor: string }>;
  readonly supervisors: ReadonlyMap<string, { readonly cap: number; readonly prefs: readonly string[] }>;
};

/** Reads such a market, or says all that is wrong with it. */
export function readProjectMarket(input: Readonly<Record<string, unknown>>): Result<ProjectMarket, string[]> {
  const problems = collectProblems();
  const rawStudents = entriesOf(readObject(input.students, 'students', problems));
  const rawProjects = entriesOf(readObject(input.projects, 'projects', problems));
  const rawSupervisors = entriesOf(readObject(input.supervisors, 'supervisors', problems));
  const students = new Map<string, readonly string[]>();
  for (const [id, list] of rawStudents)
    students.set(id, readIds(list, `students.${id}`, rawProjects, 'project', problems));
  const projects = new Map<string, { cap: number; supervisor: string }>();
  for (const [id, value] of rawProjects) {
    const own = readObject(value, `projects.${id}`, problems);
    if (own === null) continue;
    const supervisor = readText(own.supervisor, `projects.${id}.supervisor`, problems);
    if (typeof own.supervisor === 'string' && !rawSupervisors.has(supervisor))
      problems.add(`projects.${id}.supervisor`, `unknown supervisor ${JSON.stringify(supervisor)}`);
    projects.set(id, { cap: readCount(own.cap, `projects.${id}.cap`, problems), supervisor });
  }
  const supervisors = new Map<string, { cap: number; prefs: readonly string[] }>();
  for (const [id, value] of rawSupervisors) {
    const own = readObject(value, `supervisors.${id}`, problems);
    if (own === null) continue;
    supervisors.set(id, {
      cap: readCount(own.cap, `supervisors.${id}.cap`, problems),
      prefs: readIds(own.prefs, `supervisors.${id}.prefs`, rawStudents, 'student', problems),
    });
  }
  return problems.none() ? ok({ students, projects, supervisors }) : refuse(problems.list());
}
