import type { PlaceNames } from '#lib/core/program.ts';

/** Where a hospital stands, in words. */
export interface Places {
  prefecture(code: string): string;
  /** Undefined where the 二次医療圏 is not known. */
  area(code: string | null): string | undefined;
  /** 岩手県 盛岡医療圏; the area is left out where it is not known. */
  whole(hospital: { readonly prefecture: string; readonly area: string | null }): string;
}

/** Where hospitals stand by the names of an edition's prefectures and 二次医療圏. */
export function placesOf({ prefectures, areas }: Omit<PlaceNames, 'classes'>): Places {
  const prefecture = (code: string) => prefectures[code] ?? '';
  const areaOf = (code: string | null) => areas[code ?? ''];
  return {
    prefecture,
    area: areaOf,
    whole: (hospital) => {
      const area = areaOf(hospital.area);
      return `${prefecture(hospital.prefecture)}${area === undefined ? '' : ` ${area}医療圏`}`;
    },
  };
}

const circled = ['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];

/** 区分①②③ as one sign. */
export const classSign = (number: number): string => circled[number] ?? String(number);
