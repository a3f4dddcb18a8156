import type { Fields, Profile } from './field.ts';
import type { Pairwise } from './pairwise.ts';
import type { CriterionData } from './scoring-rule.ts';

/** A criterion as a programme writes it: what it reads, the points it gives, and the words for them. */
export type Criterion<S extends Fields, H extends Fields> = Told<S, H> & Judged<S, H>;

interface Told<S extends Fields, H extends Fields> extends CriterionData {
  /** Fields whose answers a reason names. */
  readonly reads: {
    readonly source: readonly (keyof S & string)[];
    readonly host: readonly (keyof H & string)[];
  };
  /** What stands behind the points (内科の指導医 6 人), without the date; asked only where points were given. */
  readonly says: (source: Profile<S>, host: Profile<H>) => string;
}

/** Whom the points (0–100, null where an answer is missing) depend on; those of one side alone are reckoned once a pool, not once a pair. */
type Judged<S extends Fields, H extends Fields> =
  | { readonly of: 'source'; readonly points: (source: Profile<S>) => number | null }
  | { readonly of: 'host'; readonly points: (host: Profile<H>) => number | null }
  | Pairwise<Profile<S>, Profile<H>>;
