import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Route } from '#functions/site/site.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { type OpenDraft, readDraft } from '#lib/usecases/forms/read-draft.ts';

export type StudioRoute = Route<Desk>;

/** What serves one line of the studio's route table. */
export type StudioPage = StudioRoute['page'];

/** What is shown at an address, and what is kept of what is posted there. */
export const both = (path: string, get: StudioRoute['page'], post: StudioRoute['page']): readonly StudioRoute[] => [
  { method: 'GET', path, action: 'form.compose', page: get },
  { method: 'POST', path, action: 'form.compose', page: post },
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
