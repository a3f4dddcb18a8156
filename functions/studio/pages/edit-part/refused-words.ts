import type { EditRefused } from '#lib/usecases/forms/edit-draft.ts';

/** Why an edit was not kept, where it is no conflict. */
export function refusedWords({ kind }: Exclude<EditRefused, { kind: 'conflict' }>): string {
  switch (kind) {
    case 'no-such-form':
      return 'この調査票は見つかりません。';
    case 'gone':
      return 'ほかの人が先に削除していました。入力した内容はこの画面に残っています。';
    case 'too-large':
      return '調査票が大きすぎるため、保存できませんでした。質問や説明を減らすか、調査票を分けてください。';
  }
}
