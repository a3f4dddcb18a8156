import { field } from '#functions/site/request.ts';
import type { StaffRoute } from '#functions/staff/page.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import type { AreaEdition } from '#lib/core/program.ts';
import { findForm } from '#lib/usecases/forms/list-forms.ts';
import { formNamed } from './typed-round.ts';

/** Whose the form is of which a round is to be prepared; an edition's survey is the ministry's, and the choice of a form everybody's own. */
export const formToAsk: NonNullable<StaffRoute<AreaEdition>['resource']> = async (request, desk) => {
  const posts = request.method === 'POST';
  const name = posts ? field(request, 'form') : (request.query.get('form') ?? '');
  if (name === '' && !posts) return { office: officeOf(request.actor) };
  return { office: ownerOf((name !== '' && (await findForm(desk, formNamed(name).id))) || {}) };
};
