import type { AreaPage } from '#functions/staff/page.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { listForms } from '#lib/usecases/forms/list-forms.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';
import { NewRoundPage } from './new-round-page.tsx';
import { pickHospitals } from './pick-hospitals.ts';
import { emptyRound, formNamed } from './typed-round.ts';

/** Shows the form of a new round: for a survey of an edition, or for a published form that staff made. */
export const getNewRound: AreaPage = async (request, desk) => {
  const { world, programs } = desk;
  const name = request.query.get('form') ?? '';
  const form = name === '' ? undefined : await readVersion(desk, formNamed(name));
  const own =
    name === ''
      ? (await listForms(desk)).filter((each) => each.published > 0 && ownerOf(each) === officeOf(request.actor))
      : [];
  const typed = emptyRound(world.id(), form && { name, title: form.title });
  const picked = await pickHospitals(desk, typed);
  const page = (
    <NewRoundPage
      viewer={request}
      programs={programs}
      form={form}
      own={own}
      picked={picked}
      typed={typed}
      problems={[]}
    />
  );
  return { page };
};
