import * as z from 'zod/mini';
import { someText, text } from '../shapes.ts';

/** An organisation that a document was sent to, as it was then, and who of it opened a file first. */
export const addressee = z.object({
  distribution: text,
  organisation: text,
  kind: z.enum(['hospital', 'prefecture']),
  name: text,
  prefecture: text,
  telephone: someText,
  /** To whom the mail went; absent where the register knew no address. */
  contact: someText,
  openedAt: someText,
  openedBy: someText,
  /** Name of the file that was opened first. */
  openedFile: someText,
  /** JST day on which it was last sent again. */
  chasedOn: someText,
});
export type Addressee = z.infer<typeof addressee>;

export const isOpened = ({ openedAt }: Pick<Addressee, 'openedAt'>): boolean => openedAt !== undefined;

/** How many of some addressees have opened the document. */
export interface Opening {
  readonly prefecture: string;
  readonly all: number;
  readonly opened: number;
}

/** Openings by prefecture, in the order of their codes. */
export const openingsByPrefecture = (addressees: readonly Addressee[]): readonly Opening[] =>
  [...Map.groupBy(addressees, ({ prefecture }) => prefecture)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefecture, own]) => ({ prefecture, all: own.length, opened: own.filter(isOpened).length }));

/** Ids of the steps of a document's mails: the first, and the one sent again on a JST day. */
export const firstStep = 'send';
export const chaseStep = (day: string): string => `again-${day}`;
