import type { Desk } from '#lib/usecases/desk.ts';

/** What staff pages work with: also the site's address, for previews of mails. */
export interface StaffDesk extends Desk {
  readonly origin: string;
}
