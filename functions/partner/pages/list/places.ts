import type { AreaEdition } from '#lib/core/program.ts';

/** Where a hospital stands, in words. */
export interface Places {
  prefecture(code: string): string;
  /** Undefined where the 二次医療圏 is not known. */
  area(code: string | null): string | undefined;
  /** 岩手県 盛岡医療圏; the area is left out where it is not known. */
  whole(hospital: { readonly prefecture: string; readonly area: string | null }): string;
}

/** Names of an edition's prefectures and 二次医療圏. */
export function placesOf({ reference }: AreaEdition): Places {
  const prefectures = new Map(reference.prefectures.rows.map(({ code, name }) => [code, name]));
  const areas = new Map(reference.areas.rows.map(({ code, name }) => [code, name]));
  const prefecture = (code: string) => prefectures.get(code) ?? '';
  const areaOf = (code: string | null) => areas.get(code ?? '');
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

/** What each class of destination is called, by number. */
export const classNames = ({ areas }: AreaEdition): readonly (readonly [number, string])[] =>
  areas.roles.flatMap((role) => (role.class === null ? [] : [[role.class, role.label] as const]));
