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
  readonly submitted: { readonly round: string; readonly organisation: string; readonly values: Values }[];
  /** Files whose page showed them as sent. */
  readonly attached: { readonly round: string; readonly organisation: string; readonly bytes: Uint8Array }[];
  /** Notices that a person sent again, and so took the risk of a second mail. */
  readonly resent: string[];
  /** Acts that somebody could not do at all, however often they pressed. */
  readonly inVain: string[];
}
/** Answers by question. */
export type Values = Readonly<Record<string, unknown>>;

export const nothingTold = (): Told => ({ saved: [], submitted: [], attached: [], resent: [], inVain: [] });
