import { field } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { onDraft } from '#functions/studio/page.ts';
import { declaredMapping } from '#lib/core/survey/compose/form-changes.ts';
import { publishForm } from '#lib/usecases/forms/publish-form.ts';
import { loadPublication } from './load-publication.ts';
import { PublishPage } from './publish-page.tsx';

const prefix = 'from.';

/** Publishes the draft that was shown, with what was declared of earlier answers. */
export const postPublish = onDraft(async (open, request, desk) => {
  const view = await loadPublication(open, desk);
  const from = Object.fromEntries(
    Object.entries(request.posted).flatMap(([name, [value = '']]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
  const typed = { from, anew: request.posted.anew ?? [], request: field(request, 'request') };
  const carries = view.before && declaredMapping(view.before, view.form, typed);
  const published = await publishForm(desk, request.actor, {
    form: open.form.id,
    draft: Number(field(request, 'draft')),
    request: typed.request,
    ...(carries ? { carries } : {}),
  });
  if (published.ok) return { redirect: addresses.at(open.form.id, undefined, 'published') };
  const message =
    published.error.kind === 'problems'
      ? '公開する前に直すところがあります。'
      : 'その後に別の変更が保存されました。今の内容を確かめて、もう一度押してください。';
  return {
    page: <PublishPage viewer={request} view={view} typed={typed} problems={[{ field: 'main', message }]} />,
    status: published.error.kind === 'problems' ? 422 : 409,
  };
});
