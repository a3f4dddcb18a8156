import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { unlikelyIn } from '#functions/components/questions/typed.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { SurveyView } from '../../components/survey-view.ts';
import { settledValues } from '../section/get-section.ts';
import { CheckPage } from './check-page.tsx';

/** The check page of an answer, with what stood in the way of submitting. */
export function checkResponse(view: SurveyView, request: string, problems: readonly FieldProblem[] = []): PageResponse {
  const values = view.editable ? view.progress.values : settledValues(view);
  const unlikely = view.editable ? unlikelyOf(view) : [];
  const page = CheckPage({ view, values, unlikely, problems, request });
  return problems.length > 0 ? { page, status: 422 } : { page };
}

/** Unlikely answers of the working copy with their places. */
export const unlikelyOf = ({ form, file, addresses, today }: SurveyView) =>
  unlikelyIn(form, file.values, today).map(({ section, field, message }) => ({
    field,
    message,
    href: `${addresses.section(section.id)}#${field}`,
  }));
