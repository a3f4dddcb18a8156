import type { Citation } from '#lib/core/citation.ts';

/** The notification that sets the scheme up. */
export const enforcementNotice: Citation = {
  document: '医師法第十六条の二第一項に規定する臨床研修に関する省令の施行について（令和7年3月31日一部改正）',
  section: '第2 5(1)ア(ケ)',
  date: '2025-03-31',
};
