import { onDraft } from '#functions/studio/page.ts';
import { showForm } from './show-form.tsx';

const done: Readonly<Record<string, string>> = {
  saved: '保存しました。',
  deleted: '削除しました。「直前の変更を元に戻す」で元に戻せます。',
  undone: '直前の変更を元に戻しました。',
  published: '公開しました。「調査を準備する」で選べるようになりました。',
};

const kept = (published: number): string =>
  `保存しました。公開中の第${published}版は変わりません。この変更は、次の版を公開すると入ります。`;

export const getCompose = onDraft((open, request, desk) => {
  const what = request.query.get('done') ?? '';
  const { published } = open.draft;
  return showForm(open, request, desk, { said: what === 'saved' && published > 0 ? kept(published) : done[what] });
});
