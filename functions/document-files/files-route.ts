import type { Route } from '#functions/site/site.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';

export type FilesRoute = Route<FilesDesk>;
export type FilesPage = FilesRoute['page'];
