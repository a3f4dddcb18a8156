import type { MatchEdition, Program } from '#lib/core/program.ts';
import { koikiMatches } from './koiki/match-editions.ts';

/** Every scheme's surveys and what ranks partners, without what decides who takes part. */
export const matchPrograms: readonly Program<MatchEdition>[] = [koikiMatches];
