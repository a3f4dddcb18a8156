/** Days to the due day in words: あと3日, 本日まで, 2日超過. */
export const daysLeftWords = (days: number): string =>
  days > 0 ? `あと${days}日` : days === 0 ? '本日まで' : `${-days}日超過`;
