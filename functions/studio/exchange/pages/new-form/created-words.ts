import type { CreateRefused } from '#lib/usecases/forms/create-form.ts';

/** Why a form could not be begun, for the person who asked. */
export function createdWords({ kind }: CreateRefused): string {
  switch (kind) {
    case 'no-title':
      return '調査票の名前を入力してください。';
    case 'too-large':
      return '調査票が大きすぎます。質問や説明を減らすか、調査票を分けてください。';
    case 'bad-request':
      return '画面を開き直してから、もう一度送信してください。';
  }
}
