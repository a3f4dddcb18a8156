import type { StudioPage } from '#functions/studio/page.ts';
import { listForms } from '#lib/usecases/forms/list-forms.ts';
import { NewFormPage } from './new-form-page.tsx';
import { startsOf } from './starts.ts';

export const getNewForm: StudioPage = async (request, desk) => {
  const starts = startsOf(desk.programs, await listForms(desk));
  const typed = { title: '', start: '', request: desk.world.id() };
  return { page: <NewFormPage viewer={request} starts={starts} typed={typed} problems={[]} /> };
};
