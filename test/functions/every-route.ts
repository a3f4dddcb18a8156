import { routes as answering } from '#functions/hospital/routes.ts';
import { routes as letters } from '#functions/letters/routes.ts';
import { routes as partners } from '#functions/partner/routes.ts';
import { routes as register } from '#functions/register/routes.ts';
import type { Route } from '#functions/site/site.ts';
import type { StaffRoute } from '#functions/staff/page.ts';
import { routes as rounds } from '#functions/staff/routes.ts';
import { routes as studio } from '#functions/studio/routes.ts';
import { routes as workbooks } from '#functions/workbook/routes.ts';
import type { Desk } from '#lib/usecases/desk.ts';

/** Every line of every site that hospitals reach: a new site adds its own here. */
export const hospitalRoutes: readonly Route<Desk>[] = [...answering, ...partners, ...workbooks];

/** Every line of every site that staff reach, but the door: a new site adds its own here. */
export const staffRoutes: readonly StaffRoute[] = [...rounds, ...register, ...letters, ...studio];
