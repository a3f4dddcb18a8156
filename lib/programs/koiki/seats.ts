import type { Citation } from '#lib/core/citation.ts';
import { enforcementNotice } from './enforcement-notice.ts';

/** Seats of the scheme as the notification sets them: percentages of 募集定員上限, the share of the E addition, and the least term. */
export interface SeatRule {
  /** 募集定員上限の 5% 以上. */
  readonly floorPercent: number;
  /** Of the seats added by E, where E applies, this share in percent is added to the floor. */
  readonly additionPercent: number;
  /** 自都道府県の医師少数区域 take at most these points of the floor's 5. */
  readonly ownAreaPercent: number;
  readonly minimumWeeks: number;
  readonly citations: { readonly seats: Citation; readonly term: Citation };
}

/** Seats for 令和8年度; 令和9年度 keeps them (資料3「令和8, 9年度の広域連携型プログラムについて」). */
export const seatsR8: SeatRule = {
  floorPercent: 5,
  additionPercent: 50,
  ownAreaPercent: 2,
  minimumWeeks: 24,
  citations: { seats: { ...enforcementNotice, section: '第2 23(2)' }, term: enforcementNotice },
};

/** What the rule takes its percentages of, a prefecture and year. */
export interface SeatBasis {
  /** 募集定員上限 (人). */
  readonly limit: number;
  /** Seats added by E (人) where E applies to the prefecture; 0 elsewhere. */
  readonly addition: number;
}

/** The least number of seats of a prefecture (人): 5 % of the limit and half the E addition, the sum rounded up. */
export const seatFloor = (rule: SeatRule, { limit, addition }: SeatBasis): number =>
  ceilDivide(limit * rule.floorPercent + addition * rule.additionPercent, 100);

/** The most seats with hosts in the prefecture's own 医師少数区域 (人): 2 % of the limit, rounded down. */
export const ownAreaCap = (rule: SeatRule, { limit }: SeatBasis): number =>
  Math.floor((integer(limit) * rule.ownAreaPercent) / 100);

const ceilDivide = (value: number, by: number): number => Math.floor((integer(value) + by - 1) / by);

function integer(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a number of seats: ${value}`);
  return value;
}

/** One hospital's filed programme (様式A-10). */
export interface Filing {
  readonly hospital: string;
  readonly type: 'university' | 'general';
  readonly seats: number;
  /** Of them, with hosts in the prefecture's own 医師少数区域 (③). */
  readonly ownAreaSeats: number;
  /** Shortest stay at a host (週). */
  readonly weeks: number;
}

/** What is wrong with a prefecture's filings, ready to be worded. */
export type SeatFinding =
  | { readonly kind: 'below-floor'; readonly missing: number }
  | { readonly kind: 'over-own-area-cap'; readonly over: number }
  | { readonly kind: 'own-area-exceeds-seats'; readonly hospital: string }
  | { readonly kind: 'too-short'; readonly hospital: string; readonly weeks: number };

/** Hospitals and seats of one kind of hospital. */
export interface SeatCount {
  readonly hospitals: number;
  readonly seats: number;
}

/** One row of the ministry's table 「広域連携型プログラムの届出状況」 with what the rule finds. */
export interface SeatStanding {
  readonly university: SeatCount;
  readonly general: SeatCount;
  readonly total: SeatCount;
  readonly floor: number;
  readonly ownArea: { readonly seats: number; readonly cap: number };
  readonly findings: readonly SeatFinding[];
}

/** Adds up a prefecture's filings against its floor and cap. */
export function standSeats(rule: SeatRule, basis: SeatBasis, filings: readonly Filing[]): SeatStanding {
  const count = (chosen: readonly Filing[]): SeatCount => ({
    hospitals: chosen.length,
    seats: total(chosen.map(({ seats }) => integer(seats))),
  });
  const floor = seatFloor(rule, basis);
  const all = count(filings);
  const own = { seats: total(filings.map(({ ownAreaSeats }) => integer(ownAreaSeats))), cap: ownAreaCap(rule, basis) };
  return {
    university: count(filings.filter(({ type }) => type === 'university')),
    general: count(filings.filter(({ type }) => type === 'general')),
    total: all,
    floor,
    ownArea: own,
    findings: [
      ...(all.seats < floor ? [{ kind: 'below-floor' as const, missing: floor - all.seats }] : []),
      ...(own.seats > own.cap ? [{ kind: 'over-own-area-cap' as const, over: own.seats - own.cap }] : []),
      ...filings.flatMap((filing) => findingsOf(rule, filing)),
    ],
  };
}

const findingsOf = (rule: SeatRule, { hospital, seats, ownAreaSeats, weeks }: Filing): readonly SeatFinding[] => [
  ...(ownAreaSeats > seats ? [{ kind: 'own-area-exceeds-seats' as const, hospital }] : []),
  ...(weeks < rule.minimumWeeks ? [{ kind: 'too-short' as const, hospital, weeks }] : []),
];

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
