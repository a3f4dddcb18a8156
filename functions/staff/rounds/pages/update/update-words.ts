import type { TwoWords } from '../../two-people/said-by-two.ts';

/** How an update of what was released, which two people do, is spoken of. */
export const updateWords: TwoWords = {
  act: '更新',
  changes: '回答',
  nothing: '承認された修正がまだありません。',
};
