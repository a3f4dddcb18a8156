import type { Fields, Profile } from './field.ts';
import type { CriterionData } from './scoring-rule.ts';

/** What a criterion made of one hospital's facts; empty where it makes nothing of them. */
export type Digest = readonly number[];

/** A criterion as a programme writes it: what it reads, the points it gives, and the words for them. */
export interface Criterion<S extends Fields, H extends Fields> extends CriterionData {
  /** Whom the points depend on; those of one side alone are reckoned once a pool, not once a pair. */
  readonly of: 'pair' | 'host' | 'source';
  /** Fields that decide the points; if one that is needed is unanswered, `points` gives null. */
  readonly reads: {
    readonly source: readonly (keyof S & string)[];
    readonly host: readonly (keyof H & string)[];
  };
  /** Numbers that the points of pairs need of one side alone, worked out once a pool; nothing else may decide them. */
  readonly digest?: {
    readonly source?: (source: Profile<S>) => Digest;
    readonly host?: (host: Profile<H>) => Digest;
  };
  /** 0–100, or null where an answer is missing. */
  readonly points: (source: Profile<S>, host: Profile<H>, ofSource: Digest, ofHost: Digest) => number | null;
  /** What stands behind the points (内科の指導医 6 人), without the date; asked only where points were given. */
  readonly says: (source: Profile<S>, host: Profile<H>) => string;
}
