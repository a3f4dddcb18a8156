import type { AreaEdition, Program } from '#lib/core/program.ts';

/** Names of the 二次医療圏 by code, as every edition's tables print them; the newest edition's stand. */
export const areaNames = (programs: readonly Program<AreaEdition>[]): ReadonlyMap<string, string> =>
  new Map(
    programs
      .flatMap(({ editions }) => editions)
      .flatMap(({ reference }) => reference.areas.rows.map(({ code, name }) => [code, name] as const)),
  );
