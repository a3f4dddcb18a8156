import { field, param } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, type StudioPage } from '#functions/studio/page.ts';
import type { Command } from '#lib/core/survey/compose/edit-form.ts';
import { editDraft } from '#lib/usecases/forms/edit-draft.ts';
import { readDraft } from '#lib/usecases/forms/read-draft.ts';
import { undoEdit } from '#lib/usecases/forms/undo-edit.ts';
import { refusedWords } from '../edit-part/refused-words.ts';
import { actOf, type PartAct } from './part-act.ts';
import { showForm } from './show-form.tsx';

/** Moves, doubles or deletes a part, or takes the newest change back. */
export const postCompose: StudioPage = async (request, desk) => {
  const id = param(request, 'form');
  const pressed = field(request, 'act');
  const page = field(request, ':request');
  const again = async (message: string) => {
    const open = await readDraft(desk, id);
    const problems = [{ field: 'main', message }];
    return open ? showForm(open, request, desk, { problems, status: 409 }) : notFound();
  };
  if (pressed === 'undo') {
    const undone = await undoEdit(desk, request.actor, id, Number(field(request, 'version')), page);
    return undone.ok ? { redirect: addresses.at(id, undefined, 'undone') } : again(meanwhile);
  }
  const act = actOf(pressed);
  if (!act) return { redirect: addresses.form(id) };
  const { verb, target, fingerprint } = act;
  const edited = await editDraft(desk, request.actor, {
    form: id,
    command: commandOf(act, field(request, 'section')),
    request: page,
    ...(verb === 'delete' ? { seen: { target, whole: true, fingerprint } } : {}),
  });
  if (edited.ok)
    return { redirect: verb === 'delete' ? addresses.at(id, undefined, 'deleted') : addresses.at(id, target) };
  switch (edited.error.kind) {
    case 'no-such-form':
      return notFound();
    case 'gone':
      return again('その質問かセクションを、ほかの人が先に削除していました。今の内容を表示しています。');
    case 'ring':
      return again(refusedWords(edited.error));
    case 'too-large':
      return again('調査票が大きすぎるため、複製できませんでした。質問や説明を減らすか、調査票を分けてください。');
    case 'conflict':
      return again(
        'この画面を開いた後に、この部分が変更されたため、削除しませんでした。今の内容を確かめて、もう一度押してください。',
      );
  }
};

const meanwhile = 'その後に別の変更が保存されたため、元に戻せませんでした。今の内容を確かめてください。';

function commandOf({ verb, target }: PartAct, section: string): Command {
  switch (verb) {
    case 'to':
      return { kind: 'move-to', question: target.id, section };
    case 'up':
      return { kind: 'move', target, by: -1 };
    case 'down':
      return { kind: 'move', target, by: 1 };
    case 'duplicate':
    case 'delete':
      return { kind: verb, target };
  }
}
