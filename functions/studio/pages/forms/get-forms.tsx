import type { StudioPage } from '#functions/studio/page.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import { listForms } from '#lib/usecases/forms/list-forms.ts';
import { FormsPage } from './forms-page.tsx';

export const getForms: StudioPage = async (request, desk) => {
  const all = await listForms(desk);
  const forms = all.filter((form) => may(request.actor, 'form.see', { office: ownerOf(form) }));
  const others = all.filter(
    (form) => !forms.includes(form) && form.published > 0 && may(request.actor, 'form.copy', { office: ownerOf(form) }),
  );
  return { page: <FormsPage viewer={request} forms={forms} others={others} asOf={desk.world.now()} /> };
};
