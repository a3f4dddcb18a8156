/** Which areas a host lies in: 1 a whole prefecture, 2 a minority area, 3 a minority area open to its own prefecture only, null none. */
export type AreaClass = 1 | 2 | 3 | null;

/** One round of quotas: sources of some prefectures send people to hosts, each prefecture under a floor and an own-area cap, 人. */
export type QuotaRound = {
  readonly prefectures: ReadonlyMap<string, PrefectureQuota>;
  readonly sources: ReadonlyMap<string, { readonly pref: string; readonly slots: number }>;
  readonly hosts: ReadonlyMap<string, RoundHost>;
  /** Points of sending one person from a source to a host; pairs without a score are never formed. */
  readonly score: Scores;
  /** What each side alone goes by where stability is asked for; absent where both go by the score. */
  readonly likes?: { readonly source: Scores; readonly host: Scores } | undefined;
};

/** Points by source, then host. */
type Scores = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What a prefecture's sources must place in all (`floor`) and may place in its own class 3 areas (`ownCap`), 人. */
export type PrefectureQuota = { readonly limit: number; readonly floor: number; readonly ownCap: number };

/** A receiving hospital with its seats, 人. */
export type RoundHost = { readonly pref: string; readonly areaClass: AreaClass; readonly cap: number };

/** Some people sent from a source to a host, 人. */
export type Placement = { readonly source: string; readonly host: string; readonly n: number };

/** Why a scored pair may not be formed: the host lies in no receiving area, or only its own prefecture may send there. */
export type PairRule = 'not-a-receiving-area' | 'own-prefecture-only';

/** A pair that the rules shut out. */
export type RejectedPair = { readonly source: string; readonly host: string; readonly rule: PairRule };

/** The rule that shuts a pair out, or null when it may be formed. */
export function pairRule(sourcePref: string, host: RoundHost): PairRule | null {
  if (host.areaClass === null) return 'not-a-receiving-area';
  return host.areaClass === 3 && host.pref !== sourcePref ? 'own-prefecture-only' : null;
}

/** Compares ids by UTF-16 code unit: the one order used wherever ties are broken, so that input order never matters. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
