import type { FlowProblem } from './flow-problem.ts';
import { byId, pairRule, type QuotaRound, type RejectedPair } from './quota-round.ts';

/** A round in the solver's numbers: ids sorted, so that the order of the input never reaches an answer. */
export type IndexedRound = {
  readonly prefectures: readonly string[];
  readonly sources: readonly string[];
  readonly hosts: readonly string[];
  readonly problem: FlowProblem;
  readonly rejected: readonly RejectedPair[];
};

/**
 * Numbers a round and drops the pairs its rules shut out. Group `p` holds the class 3 hosts of prefecture `p`. Slots and seats
 * beyond what the other side could ever use are cut to one more than that, which keeps sums small and binds nowhere.
 */
export function indexRound(round: QuotaRound): IndexedRound {
  const prefectures = [...round.prefectures.keys()].sort(byId);
  const sources = [...round.sources.keys()].sort(byId);
  const hosts = [...round.hosts.keys()].sort(byId);
  const prefectureAt = new Map(prefectures.map((id, i) => [id, i]));
  const hostAt = new Map(hosts.map((id, i) => [id, i]));
  const rejected: RejectedPair[] = [];
  const pairSource: number[] = [];
  const pairHost: number[] = [];
  const score: number[] = [];
  const reach = new Float64Array(sources.length);
  const demand = new Float64Array(hosts.length);
  sources.forEach((source, s) => {
    const from = round.sources.get(source);
    const scores = round.score.get(source);
    if (from === undefined || scores === undefined) return;
    for (const host of [...scores.keys()].sort(byId)) {
      const at = round.hosts.get(host);
      const h = hostAt.get(host);
      if (at === undefined || h === undefined) continue;
      const rule = pairRule(from.pref, at);
      if (rule !== null) {
        rejected.push({ source, host, rule });
        continue;
      }
      pairSource.push(s);
      pairHost.push(h);
      score.push(scores.get(host) ?? 0);
      reach[s] = (reach[s] ?? 0) + at.cap;
      demand[h] = (demand[h] ?? 0) + from.slots;
    }
  });
  const problem: FlowProblem = {
    floor: Int32Array.from(prefectures, (id) => round.prefectures.get(id)?.floor ?? 0),
    sourcePrefecture: Int32Array.from(sources, (id) => prefectureAt.get(round.sources.get(id)?.pref ?? '') ?? 0),
    slots: Int32Array.from(sources, (id, s) => Math.min(round.sources.get(id)?.slots ?? 0, (reach[s] ?? 0) + 1)),
    hostCap: Int32Array.from(hosts, (id, h) => Math.min(round.hosts.get(id)?.cap ?? 0, (demand[h] ?? 0) + 1)),
    hostGroup: Int32Array.from(hosts, (id) => {
      const host = round.hosts.get(id);
      return host?.areaClass === 3 ? (prefectureAt.get(host.pref) ?? -1) : -1;
    }),
    groupCap: Int32Array.from(prefectures, (id) => round.prefectures.get(id)?.ownCap ?? 0),
    pairSource: Int32Array.from(pairSource),
    pairHost: Int32Array.from(pairHost),
    score: Float64Array.from(score),
  };
  return { prefectures, sources, hosts, problem, rejected };
}
