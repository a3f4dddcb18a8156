import type { Citation } from '#lib/core/citation.ts';

/** Document and paragraph of a rule or figure, in one line. */
export const citationWords = ({ document, section }: Citation): string => [document, section].filter(Boolean).join(' ');
