import { ErrorPage } from '#functions/components/error-page.tsx';
import { typedOf } from '#functions/components/questions/typed.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Section, Values } from '#lib/core/survey/form.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { fingerprints } from '#lib/usecases/merge-section.ts';
import { outside } from '#lib/usecases/progress.ts';
import { valuesOf } from '#lib/usecases/read-answer.ts';
import { shownIn } from '#lib/usecases/shown-in.ts';
import { type SurveyView, surveyView } from '../../components/survey-view.ts';
import { SectionPage } from './section-page.tsx';
import { SettledSectionPage } from './settled-section-page.tsx';
import { whySettled } from './why-settled.ts';

/** Shows a section to fill in, or as it was submitted. */
export async function getSection(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await surveyView(request, desk);
  const section = view?.form.sections.find(({ id }) => id === param(request, 'section'));
  if (!view || !section) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const { query } = request;
  return sectionResponse(view, section, { told: query.has('told'), rows: rowsAsked(request), now: desk.world.now() });
}

/** A section's page; `told` says beside the fields what is missing or unlikely. */
export function sectionResponse(
  view: SurveyView,
  section: Section,
  {
    told,
    rows,
    now,
  }: { readonly told: boolean; readonly rows: Readonly<Record<string, number>>; readonly now: string },
): PageResponse {
  const why = whySettled(view, section);
  if (why !== undefined) return { page: SettledSectionPage({ view, section, values: settledValues(view), why }) };
  const values = shownIn(view, section);
  const posted = typedOf(section.questions, values);
  const others = outside(section, view.progress.values);
  const reading = told ? readSection(section, posted, others, dayOfInstant(now)) : undefined;
  return {
    page: SectionPage({
      view,
      section,
      posted,
      version: view.file.drafts.get(section.id)?.version ?? 0,
      base: fingerprints(section, values),
      missing: reading?.missing ?? [],
      unlikely: reading?.warnings ?? [],
      rows,
      now,
    }),
  };
}

/** What was last submitted where there is such, else the working copy. */
export const settledValues = ({ file }: SurveyView): Values => {
  const newest = file.revisions.find(({ revision }) => revision === file.answer.revision);
  return newest ? valuesOf(newest.values) : file.values;
};

const rowsAsked = ({ query }: PageRequest): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...query]
      .filter(([name]) => name.startsWith('rows.'))
      .map(([name, rows]) => [name.slice('rows.'.length), Number(rows) || 0]),
  );
