import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { onDraft } from '#functions/studio/page.ts';
import type { Carrying } from '#lib/core/survey/compose/carrying.ts';
import { publishForm } from '#lib/usecases/forms/publish-form.ts';
import { countedLosses, loadPublication } from './load-publication.ts';
import { carryingIn, lossesSeen, publishFields, typedPublication } from './publish-fields.ts';
import { PublishPage } from './publish-page.tsx';

/** Publishes the draft that was shown, with what was declared of earlier answers; or only shows what that would lose of them. */
export const postPublish = onDraft(async (open, request, desk) => {
  const typed = typedPublication(request);
  const done = { redirect: addresses.at(open.form.id, undefined, 'published') };
  if (typed.request !== '' && open.draft.request === typed.request) return done;
  const view = await loadPublication(open, desk);
  const carrying = carryingIn(view, typed);
  const again = async (problems: readonly FieldProblem[], status: number) => {
    const counted = await countedLosses(view, carrying, desk);
    return {
      page: <PublishPage viewer={request} view={view} typed={typed} problems={problems} counted={counted} />,
      status,
    };
  };
  if (field(request, 'act') === 'check') return again([], 200);
  const undeclared = carrying ? undeclaredIn(carrying, field(request, publishFields.seen)) : [];
  if (undeclared.length > 0) return again(undeclared, 422);
  const published = await publishForm(desk, request.actor, {
    form: open.form.id,
    draft: Number(field(request, 'draft')),
    request: typed.request,
    ...(carrying?.mapping ? { carries: carrying.mapping } : {}),
  });
  if (published.ok) return done;
  return published.error.kind === 'problems'
    ? again([{ field: 'main', message: '公開する前に直すところがあります。' }], 422)
    : again(
        [
          {
            field: 'main',
            message:
              'この画面を開いた後に、別の変更が保存されたか、公開されました。今の内容を確かめて、もう一度押してください。',
          },
        ],
        409,
      );
});

/** What is still to be said before publishing: where old choices go, and that the losses were seen as they are. */
function undeclaredIn(carrying: Carrying, seen: string): readonly FieldProblem[] {
  const open = carrying.choices.filter(({ becomes }) => becomes === '');
  if (open.length > 0)
    return open.map((choice) => ({
      field: `${publishFields.code}${choice.field}`,
      message: `「${choice.question}」の「${choice.label}」を選んだ回答を、どうするか選んでください。`,
    }));
  return carrying.losses.length === 0 || seen === lossesSeen(carrying)
    ? []
    : [
        {
          field: publishFields.seen,
          message: '引き継がれない回答が変わりました。下の一覧を確かめて、もう一度公開してください。',
        },
      ];
}
