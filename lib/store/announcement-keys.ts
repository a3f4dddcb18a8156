import type { Key } from '#lib/core/ports.ts';

/** Keys of announcements and of those they go to, apart from `keys.ts`, so that only functions that need them carry them. */
export const announcementKeys = {
  /** A list of people who agreed to be written to, its uploads, and an upload's people. */
  recipientList: (id: string): Key => ({ pk: `LST#${id}`, sk: 'LIST' }),
  listUpload: (list: string, id: string): Key => ({ pk: `LST#${list}`, sk: `UPLOAD#${id}` }),
  listPart: (list: string, upload: string, part: number): Key => ({
    pk: `LST#${list}#${upload}`,
    sk: String(part).padStart(4, '0'),
  }),
  announcement: (id: string): Key => ({ pk: `ANN#${id}`, sk: 'ANN' }),
  announcementWording: (id: string, version: number): Key => ({
    pk: `ANN#${id}`,
    sk: `WORDING#${String(version).padStart(6, '0')}`,
  }),
  /** Whether somebody wants announcements no more, by a digest of the address. */
  subscription: (ref: string): Key => ({ pk: `SUB#${ref}`, sk: 'SUB' }),
} as const;

/** Their partitions of the indexes. */
export const announcementLists = {
  recipientLists: () => 'LISTS',
  announcements: () => 'ANNOUNCEMENTS',
  /** Announcements to be begun, or seen to be out, by when. */
  dueAnnouncements: () => 'DUE#ANN',
  unsubscribedBy: (announcement: string) => `UNSUB#${announcement}`,
} as const;
