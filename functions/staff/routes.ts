import type { Route } from '#functions/site/site.ts';
import type { StaffDesk } from './desk.ts';

/** The ministry's and the prefectures' site, a line a page. */
export const routes: readonly Route<StaffDesk>[] = [];
