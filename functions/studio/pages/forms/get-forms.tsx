import type { StudioPage } from '#functions/studio/page.ts';
import { listForms } from '#lib/usecases/forms/list-forms.ts';
import { FormsPage } from './forms-page.tsx';

export const getForms: StudioPage = async (request, desk) => ({
  page: <FormsPage viewer={request} forms={await listForms(desk)} asOf={desk.world.now()} />,
});
