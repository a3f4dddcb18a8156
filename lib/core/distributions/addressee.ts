import * as z from 'zod/mini';

/** An organisation that a document was sent to, as it was then, and who of it opened a file first. */
export const addressee = z.object({
  distribution: z.string(),
  organisation: z.string(),
  kind: z.enum(['hospital', 'prefecture']),
  name: z.string(),
  prefecture: z.string(),
  telephone: z.optional(z.string()),
  /** To whom the mail went; absent where the register knew no address. */
  contact: z.optional(z.string()),
  openedAt: z.optional(z.string()),
  openedBy: z.optional(z.string()),
  /** Name of the file that was opened first. */
  openedFile: z.optional(z.string()),
  /** JST day on which it was last sent again. */
  chasedOn: z.optional(z.string()),
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
