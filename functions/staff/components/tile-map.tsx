import type { VNode } from 'preact';
import type { Tally } from '#lib/core/rounds/progress.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { percent } from './percent.ts';
import { tilePlaces } from './tile-places.ts';

const size = 46;
const gap = 4;
const pitch = size + gap;

/** Shade of a tile by share submitted, from 0 (none) to 4 (all); the share stands in the tile as text. */
const shade = ({ submitted, asked }: Tally): number =>
  asked === 0 ? 0 : Math.floor((Math.min(submitted, asked) * 4) / asked);

/** The 47 prefectures as tiles with their share submitted; a tile leads to its answers. */
export function TileMap({
  tallies,
  hrefOf,
}: {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly hrefOf: (prefecture: string) => string;
}): VNode {
  const tiles = PREFECTURES.map((prefecture) => {
    const [column, row] = tilePlaces[prefecture.code] ?? [0, 0];
    const tally = tallies.get(prefecture.code);
    return { ...prefecture, x: column * pitch, y: row * pitch, tally };
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: no other element groups the links inside a drawing
    <svg class="tile-map" viewBox={`-2 -2 ${14 * pitch} ${12 * pitch}`} role="group" aria-label="都道府県別の提出率">
      {tiles.map(({ code, shortName, x, y, tally }) =>
        tally ? (
          <a
            key={code}
            href={hrefOf(code)}
            aria-label={`${shortName}${percent(tally.submitted, tally.asked)} 提出${tally.submitted}／依頼${tally.asked}病院`}
          >
            <Tile x={x} y={y} name={shortName} text={percent(tally.submitted, tally.asked)} shade={shade(tally)} />
          </a>
        ) : (
          <Tile key={code} x={x} y={y} name={shortName} text="対象外" shade="none" />
        ),
      )}
    </svg>
  );
}

const Tile = ({
  x,
  y,
  name,
  text,
  shade,
}: {
  x: number;
  y: number;
  name: string;
  text: string;
  shade: number | 'none';
}) => (
  <>
    <rect class={`tile tile--${shade}`} x={x} y={y} width={size} height={size} rx="4" />
    <text class={`tile__name tile__name--${shade}`} x={x + size / 2} y={y + 20} text-anchor="middle">
      {name}
    </text>
    <text class={`tile__text tile__name--${shade}`} x={x + size / 2} y={y + 36} text-anchor="middle">
      {text}
    </text>
  </>
);
