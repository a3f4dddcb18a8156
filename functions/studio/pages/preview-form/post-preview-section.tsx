import { readSectionPost } from '#functions/hospital/pages/section/section-fields.ts';
import { notFound, onDraft } from '#functions/studio/page.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { sectionAt } from '#lib/core/survey/compose/target.ts';
import { rowIndexes } from '#lib/core/survey/read-question.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { PreviewSectionPage } from './preview-form-page.tsx';

/** Checks what was tried out in a preview as it would be checked of a hospital; nothing is kept. */
export const postPreviewSection = onDraft(({ form }, request, desk) => {
  const section = sectionAt(form, request.params.section ?? '');
  if (!section) return notFound();
  const { act, typed } = readSectionPost(request);
  if (act.kind === 'add' || act.kind === 'remove') {
    const rows = { [act.table]: rowIndexes(act.table, typed).length + (act.kind === 'add' ? 1 : 0) };
    return { page: <PreviewSectionPage viewer={request} form={form} section={section} posted={typed} rows={rows} /> };
  }
  const reading = readSection(section, request.posted, {}, dayOfInstant(desk.world.now()));
  const problems = [...reading.problems, ...reading.missing];
  return {
    page: (
      <PreviewSectionPage
        viewer={request}
        form={form}
        section={section}
        posted={request.posted}
        problems={problems}
        warnings={reading.warnings}
        checked
      />
    ),
    status: problems.length > 0 ? 422 : 200,
  };
});
