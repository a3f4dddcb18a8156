import { ringText } from '#lib/core/survey/compose/ring-text.ts';
import type { EditRefused } from '#lib/usecases/forms/edit-draft.ts';

/** Why an edit was not kept, where it is no conflict. */
export function refusedWords(refused: Exclude<EditRefused, { kind: 'conflict' }>): string {
  switch (refused.kind) {
    case 'no-such-form':
      return 'この調査票は見つかりません。';
    case 'gone':
      return 'ほかの人が先に削除していました。入力した内容はこの画面に残っています。';
    case 'ring':
      return `この内容では、条件や計算が輪になります（${ringText(refused.form, refused.ring)}）。輪にならない質問を選んでください。`;
    case 'too-large':
      return '調査票が大きすぎるため、保存できませんでした。質問や説明を減らすか、調査票を分けてください。';
  }
}
