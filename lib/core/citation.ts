/** Where a rule, a question or a figure comes from, so that a page can show it beside the verdict. */
export interface Citation {
  readonly document: string;
  readonly section?: string;
  /** JST day, 'YYYY-MM-DD'. */
  readonly date: string;
  readonly url?: string;
}
