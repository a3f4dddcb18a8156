/** Puts values into a sentence's placeholders: fill('{area}です', { area: '真庭' }). A placeholder without a value stays as it is. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
