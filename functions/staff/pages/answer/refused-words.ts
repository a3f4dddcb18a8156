import type { ReviewRefused } from '#lib/usecases/review-answer.ts';

/** Why a reviewer's decision was not carried out, in words. */
export function refusedWords(kind: ReviewRefused['kind']): string {
  switch (kind) {
    case 'wrong-state':
      return '回答の状態が変わったため、実行できませんでした。いまの内容を確かめてください。';
    case 'not-asked':
      return 'この病院の回答は見つかりません。';
    case 'round-closed':
      return '調査の受付が終わったため、変更できません。';
    case 'reason-missing':
      return '理由を入力してください。';
    case 'reason-too-long':
      return '理由は1,000文字以内で入力してください。';
    case 'no-such-section':
      return '確認してもらう項目を選び直してください。';
    case 'moved-meanwhile':
      return '確かめている間に、新しい回答が提出されたか、ほかの方が操作しました。いまの内容を確かめてください。';
  }
}
