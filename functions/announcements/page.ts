import type { Route } from '#functions/site/site.ts';
import type { Desk } from '#lib/usecases/desk.ts';

/** What pages on announcements work with: also the site's address, for previews of mails. */
export interface AnnouncementDesk extends Desk {
  readonly origin: string;
}

export type AnnouncementRoute = Route<AnnouncementDesk>;

/** What serves one line of the site's route table. */
export type AnnouncementSitePage = AnnouncementRoute['page'];
