import { checkRegional } from '../check/checker.ts';
import { asUnits, sourceOf } from '../compare/mode-outcome.ts';
import type { RegionalMarket } from '../lines/read-market.ts';
import { type Placement, pairRule, type QuotaRound } from '../round/quota-round.ts';
import { explainMarket } from './explain-market.ts';
import type { RoundReason } from './explain-round.ts';
import type { ReasonCode } from './reason.ts';

/** A stable mode's way to solve a round again. */
export type Resolve = (round: QuotaRound) => readonly Placement[];

/** Which reason stands for a source where its slots have several: the first of these. */
const order: readonly ReasonCode[] = ['MATCHED', 'OWN_AREA_CAP', 'HOST_FULL', 'BETTER', 'NOT_LISTED', 'INELIGIBLE'];

/**
 * The reason of each scored pair of one source in mode A or B. For the `tried` best that were not formed, the one seat, own-area place or
 * slot more that would form the pair is looked for by solving again.
 */
export function explainMode(
  round: QuotaRound,
  of: {
    readonly market: RegionalMarket;
    readonly placements: readonly Placement[];
    /** Mode B; A has no caps. */
    readonly capped: boolean;
    readonly source: string;
    readonly tried: number;
    readonly resolve: Resolve;
  },
): readonly RoundReason[] {
  const { market, placements, capped, source, tried, resolve } = of;
  const assignment = asUnits(market, placements);
  const units = [...market.proposers].filter(([unit]) => sourceOf(unit) === source);
  const blocking = capped ? checkRegional(market, assignment).blocking : [];
  const codes = new Map<string, ReasonCode>();
  const own = { proposers: new Map(units), receivers: market.receivers };
  for (const { receiver, code } of explainMarket(own, assignment, blocking)) {
    const here = code === 'REGION_CAP' ? 'OWN_AREA_CAP' : code;
    const known = codes.get(receiver);
    if (known === undefined || order.indexOf(here) < order.indexOf(known)) codes.set(receiver, here);
  }
  const pref = round.sources.get(source)?.pref ?? '';
  const scored = [...(round.score.get(source) ?? [])].sort(([, a], [, b]) => b - a);
  let left = tried;
  const solved: Solved = new Map();
  return scored.flatMap(([host]): readonly RoundReason[] => {
    const at = round.hosts.get(host);
    const rule = at && pairRule(pref, at);
    if (rule) return [{ source, host, code: 'INELIGIBLE', rule }];
    const code = codes.get(host) ?? (units.length === 0 ? 'BETTER' : 'NOT_LISTED');
    const change =
      code !== 'MATCHED' && left-- > 0 ? oneMore(round, { source, host, code }, resolve, solved) : undefined;
    const prefecture = code === 'OWN_AREA_CAP' ? { prefecture: at?.pref ?? '' } : {};
    return [{ source, host, code, ...prefecture, ...(change && { change }) }];
  });
}

/** What solving again gave, by what there was one more of: several pairs of a source are stopped by the same. */
type Solved = Map<string, readonly Placement[]>;

/** The one more of what stands in the way, where solving again with it forms the pair. */
function oneMore(
  round: QuotaRound,
  { source, host, code }: { readonly source: string; readonly host: string; readonly code: ReasonCode },
  resolve: Resolve,
  solved: Solved,
): RoundReason['change'] {
  const [at, from] = [round.hosts.get(host), round.sources.get(source)];
  const quota = at && round.prefectures.get(at.pref);
  if (!at || !from) return undefined;
  const [kind, who, to, changed] =
    code === 'HOST_FULL'
      ? ([
          'hostCap',
          host,
          at.cap + 1,
          { ...round, hosts: new Map(round.hosts).set(host, { ...at, cap: at.cap + 1 }) },
        ] as const)
      : code === 'OWN_AREA_CAP' && quota
        ? ([
            'ownCap',
            at.pref,
            quota.ownCap + 1,
            {
              ...round,
              prefectures: new Map(round.prefectures).set(at.pref, { ...quota, ownCap: quota.ownCap + 1 }),
            },
          ] as const)
        : ([
            'slots',
            source,
            from.slots + 1,
            { ...round, sources: new Map(round.sources).set(source, { ...from, slots: from.slots + 1 }) },
          ] as const);
  const key = `${kind} ${who}`;
  const placements = solved.get(key) ?? resolve(changed);
  solved.set(key, placements);
  const formed = placements.some((one) => one.source === source && one.host === host);
  return formed ? { kind, to } : undefined;
}
