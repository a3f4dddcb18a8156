import type { Route } from '#functions/site/site.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import type { StaffDesk } from '../desk.ts';

/** What the pages on exports work with. */
export type ExportsDesk = StaffDesk & FilesDesk;

export type ExportsRoute = Route<ExportsDesk>;
