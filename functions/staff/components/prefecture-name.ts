import { PREFECTURES } from '#lib/reference/prefectures.ts';

const names = new Map(PREFECTURES.map(({ code, name }) => [code, name]));

/** Name of a prefecture by its two-digit code; the code itself where there is none. */
export const prefectureName = (code: string): string => names.get(code) ?? code;
