import { field } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, type StudioPage } from '#functions/studio/page.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { createdWords } from './created-words.ts';
import { NewFormPage } from './new-form-page.tsx';
import { startNamed, startsFor } from './starts.ts';

/** Begins a form, empty or as a copy of another. */
export const postNewForm: StudioPage = async (request, desk) => {
  const typed = { title: field(request, 'title'), start: field(request, 'start'), request: field(request, 'request') };
  const start = typed.start === '' ? undefined : await startNamed(desk, request.actor, typed.start);
  if (typed.start !== '' && !start) return notFound();
  const made = await createForm(desk, request.actor, {
    title: typed.title,
    ...(start ? { start } : {}),
    from: start ? typed.start : 'empty',
    request: typed.request,
  });
  if (made.ok) return { redirect: addresses.form(made.value) };
  const starts = await startsFor(desk, request.actor);
  const problems = [{ field: 'title', message: createdWords(made.error) }];
  return { page: <NewFormPage viewer={request} starts={starts} typed={typed} problems={problems} />, status: 422 };
};
