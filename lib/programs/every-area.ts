import type { AreaEdition, Program } from '#lib/core/program.ts';
import { koikiAreas } from './koiki/area-editions.ts';

/** Every scheme's surveys and what decides who takes part, without what ranks partners. */
export const areaPrograms: readonly Program<AreaEdition>[] = [koikiAreas];
