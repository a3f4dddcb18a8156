/** Stands in a previewed mail where each recipient's own code will stand. */
export const sampleToken = 'XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-X';
