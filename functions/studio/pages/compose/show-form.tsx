import type { FieldProblem } from '#functions/components/error-summary.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { formProblems } from '#lib/core/survey/compose/form-problems.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { listVersions } from '#lib/usecases/forms/list-versions.ts';
import { fingerprint, isChanged, type OpenDraft } from '#lib/usecases/forms/read-draft.ts';
import { ComposePage } from './compose-page.tsx';

/** Draws a form's page, with what was just done or why it could not be. */
export async function showForm(
  { draft, form, undoable }: OpenDraft,
  request: PageRequest,
  desk: Desk,
  told: {
    readonly said?: string | undefined;
    readonly problems?: readonly FieldProblem[];
    readonly status?: number;
  } = {},
): Promise<PageResponse> {
  const { status = 200, ...rest } = told;
  const versions = await listVersions(desk, form.id, draft.published);
  return {
    page: (
      <ComposePage
        viewer={request}
        draft={draft}
        form={form}
        undoable={undoable}
        changed={isChanged(form, versions[0])}
        faults={formProblems(form)}
        versions={versions}
        fingerprint={(target) => fingerprint(form, { target, whole: true })}
        request={desk.world.id()}
        {...rest}
      />
    ),
    status,
  };
}
