import type { Route } from '#functions/site/site.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { AreaEdition } from '#lib/core/program.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';

/** What the pages on documents work with: who takes part, and the bucket. */
export interface DocumentsDesk extends StaffDesk<AreaEdition>, FilesDesk<AreaEdition> {}

export type DocumentsRoute = Route<DocumentsDesk>;
export type DocumentsPage = DocumentsRoute['page'];
