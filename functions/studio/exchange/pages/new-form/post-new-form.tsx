import { field } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import type { StudioPage } from '#functions/studio/page.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { listForms } from '#lib/usecases/forms/list-forms.ts';
import { createdWords } from './created-words.ts';
import { NewFormPage } from './new-form-page.tsx';
import { startNamed, startsOf } from './starts.ts';

/** Begins a form, empty or as a copy of another. */
export const postNewForm: StudioPage = async (request, desk) => {
  const typed = { title: field(request, 'title'), start: field(request, 'start'), request: field(request, 'request') };
  const start = typed.start === '' ? undefined : await startNamed(desk, typed.start);
  const made = await createForm(desk, request.actor, {
    title: typed.title,
    ...(start ? { start } : {}),
    from: start ? typed.start : 'empty',
    request: typed.request,
  });
  if (made.ok) return { redirect: addresses.form(made.value) };
  const starts = startsOf(desk.programs, await listForms(desk));
  const problems = [{ field: 'title', message: createdWords(made.error) }];
  return { page: <NewFormPage viewer={request} starts={starts} typed={typed} problems={problems} />, status: 422 };
};
