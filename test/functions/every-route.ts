import { routes as announcements } from '#functions/announcements/routes.ts';
import { routes as documentFiles } from '#functions/document-files/routes.ts';
import { routes as documents } from '#functions/documents/routes.ts';
import { routes as files } from '#functions/files/routes.ts';
import { routes as answering } from '#functions/hospital/routes.ts';
import { routes as letters } from '#functions/letters/routes.ts';
import { routes as onBehalf } from '#functions/on-behalf/routes.ts';
import { routes as partnerDownload } from '#functions/partner/download/routes.ts';
import { routes as partners } from '#functions/partner/routes.ts';
import { routes as why } from '#functions/partner/why/routes.ts';
import { routes as planningRounds } from '#functions/planning/rounds/routes.ts';
import { routes as planning } from '#functions/planning/routes.ts';
import { routes as register } from '#functions/register/routes.ts';
import type { Route } from '#functions/site/site.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import { routes as exports } from '#functions/staff/exports/routes.ts';
import { routes as movingRounds } from '#functions/staff/rounds/routes.ts';
import { routes as rounds } from '#functions/staff/routes.ts';
import { routes as studioExchange } from '#functions/studio/exchange/routes.ts';
import { routes as studio } from '#functions/studio/routes.ts';
import { routes as workbooks } from '#functions/workbook/routes.ts';
import type { Edition } from '#lib/core/program.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';

/** Every line of every site that hospitals reach: a new site adds its own here. */
export const hospitalRoutes: readonly Route<FilesDesk<Edition>>[] = [
  ...answering,
  ...partnerDownload,
  ...partners,
  ...why,
  ...workbooks,
  ...files.filter(({ path }) => path.startsWith('/h/')),
];

/** Every line of every site that staff reach, but the door: a new site adds its own here. */
export const staffRoutes: readonly Route<StaffDesk<Edition> & FilesDesk<Edition>>[] = [
  ...rounds,
  ...movingRounds,
  ...register,
  ...letters,
  ...announcements,
  ...documents,
  ...documentFiles,
  ...studioExchange,
  ...studio,
  ...planning,
  ...planningRounds,
  ...exports,
  ...onBehalf,
  ...files.filter(({ path }) => path.startsWith('/s/')),
];
