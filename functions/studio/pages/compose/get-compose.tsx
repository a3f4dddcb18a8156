import { onDraft } from '#functions/studio/page.ts';
import { showForm } from './show-form.tsx';

const done: Readonly<Record<string, string>> = {
  saved: '保存しました。',
  deleted: '削除しました。「直前の変更を元に戻す」で元に戻せます。',
  undone: '直前の変更を元に戻しました。',
  published: '公開しました。「調査を準備する」で選べるようになりました。',
};

export const getCompose = onDraft((open, request, desk) =>
  showForm(open, request, desk, { said: done[request.query.get('done') ?? ''] }),
);
