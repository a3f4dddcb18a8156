import { typedOf } from '#functions/components/questions/typed.ts';
import { notFound, onDraft } from '#functions/studio/page.ts';
import { sectionAt } from '#lib/core/survey/compose/target.ts';
import { PreviewFormPage, PreviewSectionPage } from './preview-form-page.tsx';

/** Shows the draft's start page as a hospital will see it. */
export const getPreviewForm = onDraft(({ form }, request) => ({
  page: <PreviewFormPage viewer={request} form={form} />,
}));

/** Shows one section of the draft as a hospital will see it, with what is filled in beforehand. */
export const getPreviewSection = onDraft(({ form }, request) => {
  const section = sectionAt(form, request.params.section ?? '');
  if (!section) return notFound();
  const initial = section.questions.flatMap(({ id, initial: value }) =>
    value === undefined ? [] : [[id, value] as const],
  );
  const posted = typedOf(section.questions, Object.fromEntries(initial));
  return { page: <PreviewSectionPage viewer={request} form={form} section={section} posted={posted} /> };
});
