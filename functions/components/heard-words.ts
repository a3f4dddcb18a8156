/** How it is said that an answer was heard by telephone, and who entered it. */
export const heardWords = (by: string): string => `電話で聞き取り・入力者 ${by}`;
