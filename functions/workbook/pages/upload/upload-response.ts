import type { FieldProblem } from '#functions/components/error-summary.tsx';
import type { PageResponse } from '#functions/site/response.ts';
import type { UploadedWorkbook } from '#lib/core/survey/uploaded-workbook.ts';
import { unpackCells } from '#lib/usecases/workbook/packed-cells.ts';
import { type Choice, planWorkbook, seenVersions } from '#lib/usecases/workbook/plan-workbook.ts';
import type { WorkbookView } from '../../workbook-view.ts';
import { DryRunPage } from './dry-run-page.tsx';
import { TakenPage } from './taken-page.tsx';

/** What a person chose so far, and what is to be said about it. */
export interface Asked {
  readonly choices: ReadonlyMap<string, Choice>;
  readonly confirm: boolean;
  readonly problems: readonly FieldProblem[];
  /** Somebody saved meanwhile: what is shown is new. */
  readonly moved?: boolean;
  readonly status: number;
}

/** The dry run of an uploaded questionnaire against what is saved now; once taken in, what became of it. */
export function uploadResponse(view: WorkbookView, upload: UploadedWorkbook, asked?: Asked): PageResponse {
  const kept = unpackCells(upload.body);
  const plan = planWorkbook(view, kept);
  if (upload.applied) return { page: TakenPage({ view, upload, applied: upload.applied, plan }) };
  const page = DryRunPage({ view, upload, plan, drawnAt: kept.drawnAt, seen: seenVersions(plan), asked });
  return asked ? { page, status: asked.status } : { page };
}
