import type { TwoWords } from '../../two-people/said-by-two.ts';

/** How a release, which two people do, is spoken of. */
export const releaseWords: TwoWords = {
  act: '提供',
  changes: '提供する回答',
  nothing: '提供できる回答がまだありません。',
};
