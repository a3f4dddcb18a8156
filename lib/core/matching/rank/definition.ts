import type { Citation } from '../../citation.ts';
import type { Criterion } from './criterion.ts';
import type { Fields, Profile } from './field.ts';
import type { ProfileReader } from './read-profile.ts';
import type { ReasonWords } from './reasons.ts';
import type { ScoringRule, Weights } from './scoring-rule.ts';

/** All that a programme says about ranking; S and H are the fields of its source and host profiles. */
export interface MatchingDefinition<S extends Fields, H extends Fields> extends ScoringRule {
  readonly citation: Citation;
  readonly source: ProfileReader<S>;
  readonly host: ProfileReader<H>;
  readonly criteria: readonly Criterion<S, H>[];
  /** Why a host takes no requests at present (受入可能 0 人), or null; such hosts stand last. */
  readonly closed: (host: Profile<H>) => string | null;
  /** Weights that a source's own answers speak for (特に重視すること). */
  readonly wishes?: (source: Profile<S>) => Weights;
  readonly words: ReasonWords;
}
