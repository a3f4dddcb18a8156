import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { seen } from '#functions/site/seen.ts';
import type { Route } from '#functions/site/site.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import type { Action } from '#lib/core/permission/table.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { findForm } from '#lib/usecases/forms/list-forms.ts';
import { type OpenDraft, readDraft } from '#lib/usecases/forms/read-draft.ts';

export type StudioRoute = Route<Desk>;

/** What serves one line of the studio's route table. */
export type StudioPage = StudioRoute['page'];

/** Whose the form in the address is; there is none for who may not see it. */
export const formResource: NonNullable<StudioRoute['resource']> = async (request, desk) => {
  const head = await findForm(desk, param(request, 'form'));
  return seen(request.actor, 'form.see', head && { office: ownerOf(head) });
};

/** What is shown at an address of a form, and what is kept of what is posted there. */
export const both = (
  path: string,
  get: StudioPage,
  post: StudioPage,
  action: Action = 'form.compose',
): readonly StudioRoute[] => [
  { method: 'GET', path, action, resource: formResource, page: get },
  { method: 'POST', path, action, resource: formResource, page: post },
];

/** The answer where there is no such form, or no such part of it. */
export const notFound = (): PageResponse => ({ page: ErrorPage({ kind: 'not-found' }), status: 404 });

/** A page of the draft in the address; there is none where the form is not. */
export const onDraft =
  (serve: (open: OpenDraft, request: PageRequest, desk: Desk) => Promise<PageResponse> | PageResponse): StudioPage =>
  async (request, desk) => {
    const open = await readDraft(desk, param(request, 'form'));
    return open ? serve(open, request, desk) : notFound();
  };
