import type { Program } from '#lib/core/program.ts';
import { koiki } from './koiki/program.ts';

/** Every scheme installed; a scheme is its folder and its line here. */
export const programs: readonly Program[] = [koiki];
