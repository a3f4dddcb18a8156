import type { OfficeDesk } from '#lib/usecases/desk.ts';

/** What staff pages work with: also the site's address, for previews of mails. */
export interface StaffDesk extends OfficeDesk {
  readonly origin: string;
}
