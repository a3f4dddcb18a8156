/** A file of a hospital's answer. */
export interface SentFile {
  readonly round: string;
  readonly organisation: string;
  readonly bytes: Uint8Array;
}

/** What people were told has happened; it must be so whatever went wrong behind the pages. */
export interface Told {
  /** Sections whose page said 保存, newest last. */
  readonly saved: {
    readonly round: string;
    readonly organisation: string;
    readonly section: string;
    readonly values: Values;
  }[];
  /** Answers whose page said 提出. */
  readonly submitted: {
    readonly round: string;
    readonly organisation: string;
    readonly values: Values;
    /** What it may hold instead, where a colleague changed the answer at the same moment. */
    readonly or?: Values | undefined;
  }[];
  /** Files whose page showed them as sent. */
  readonly attached: SentFile[];
  /** Files whose page no longer showed them after they were taken away; unsure where no page told, since a colleague submitted. */
  readonly dropped: (SentFile & { readonly unsure?: true })[];
  /** Forms as their page showed them or as a press left them, newest last. */
  readonly composed: { readonly form: string; readonly outline: Outline }[];
  /** Versions of forms whose page said 公開. */
  readonly published: { readonly form: string; readonly version: number }[];
  /** Notices that a person sent again, and so took the risk of a second mail. */
  readonly resent: string[];
  /** Acts that somebody could not do at all, however often they pressed. */
  readonly inVain: string[];
}
/** A form in short: each section's title and its questions' words, in order. */
export type Outline = readonly (readonly [section: string, ...questions: string[]])[];
/** Answers by question. */
export type Values = Readonly<Record<string, unknown>>;

export const nothingTold = (): Told => ({
  saved: [],
  submitted: [],
  attached: [],
  dropped: [],
  composed: [],
  published: [],
  resent: [],
  inVain: [],
});

/** The same again, to be added to. */
export const copyOf = (told: Told): Told => ({
  saved: [...told.saved],
  submitted: [...told.submitted],
  attached: [...told.attached],
  dropped: [...told.dropped],
  composed: [...told.composed],
  published: [...told.published],
  resent: [...told.resent],
  inVain: [...told.inVain],
});
