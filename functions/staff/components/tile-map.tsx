import type { VNode } from 'preact';
import { PrefectureTiles } from '#functions/components/prefecture-tiles.tsx';
import type { Tally } from '#lib/core/rounds/progress.ts';
import { percent } from './percent.ts';

/** Shade of a tile by share submitted, from 0 (none) to 4 (all); the share stands in the tile as text. */
const shade = ({ submitted, asked }: Tally): number =>
  asked === 0 ? 0 : Math.floor((Math.min(submitted, asked) * 4) / asked);

/** The 47 prefectures as tiles with their share submitted; a tile leads to its answers. */
export const TileMap = ({
  tallies,
  hrefOf,
}: {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly hrefOf: (prefecture: string) => string;
}): VNode => (
  <PrefectureTiles
    label="都道府県別の提出率"
    sayingOf={({ code, shortName }) => {
      const tally = tallies.get(code);
      if (!tally) return { text: '対象外', shade: 'none' };
      const share = percent(tally.submitted, tally.asked);
      return {
        text: share,
        shade: shade(tally),
        href: hrefOf(code),
        label: `${shortName}${share} 提出${tally.submitted}／依頼${tally.asked}病院`,
      };
    }}
  />
);
