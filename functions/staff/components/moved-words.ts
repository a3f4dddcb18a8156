import type { MoveRefused } from '#lib/usecases/move-round.ts';

/** Why a round could not be moved, in words for the person who pressed the button. */
export function movedWords(refused: MoveRefused): string {
  switch (refused.kind) {
    case 'wrong-state':
      return '調査の状態が変わったため、実行できませんでした。いまの様子を確かめてください。';
    case 'no-such-round':
      return '調査が見つかりません。';
    case 'moved-meanwhile':
      return '同時にほかの操作がありました。いまの様子を確かめて、もう一度実行してください。';
  }
}
