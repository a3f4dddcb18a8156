/** Address of a built file (`app.css`, a page's script); its query changes with every build, so browsers may keep it for ever. */
export const asset = (name: string): string => `/assets/${name}?v=${process.env.BUILD_ID ?? 'dev'}`;
