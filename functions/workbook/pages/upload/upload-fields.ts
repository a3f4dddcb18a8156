/** Fields of the dry run's form. */
export const uploadFields = {
  /** By which it is known that nobody saved meanwhile. */
  seen: 'seen',
  /** Untouched sections count as looked at. */
  confirm: 'confirm',
  /** Followed by a question's id: whose answer is kept. */
  keep: 'keep.',
} as const;

/** Name and id of the choice of whose answer to a question is kept. */
export const keepField = (question: string): string => `${uploadFields.keep}${question}`;
