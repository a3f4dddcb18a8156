import type { VNode } from 'preact';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { tilePlaces } from './tile-places.ts';

const size = 46;
const gap = 4;
const pitch = size + gap;

/** What one prefecture's tile says; the text stands in the tile, so that its shade says nothing alone. */
export interface TileSaying {
  readonly text: string;
  /** Names a class of the style sheet: `tile--<shade>`. */
  readonly shade: string | number;
  /** Where the tile leads; a tile without says all that there is. */
  readonly href?: string;
  /** The whole of it in words, for those who hear the page. */
  readonly label?: string;
}

/** The 47 prefectures as tiles near their places on the map. */
export function PrefectureTiles({
  label,
  sayingOf,
}: {
  readonly label: string;
  readonly sayingOf: (prefecture: { readonly code: string; readonly shortName: string }) => TileSaying;
}): VNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no other element groups the links inside a drawing
    <svg class="tile-map" viewBox={`-2 -2 ${14 * pitch} ${12 * pitch}`} role="group" aria-label={label}>
      {PREFECTURES.map((prefecture) => {
        const { code, shortName } = prefecture;
        const [column, row] = tilePlaces[code] ?? [0, 0];
        const saying = sayingOf(prefecture);
        const tile = <Tile x={column * pitch} y={row * pitch} name={shortName} {...saying} />;
        return saying.href === undefined ? (
          <g key={code}>{tile}</g>
        ) : (
          <a key={code} href={saying.href} aria-label={saying.label}>
            {tile}
          </a>
        );
      })}
    </svg>
  );
}

const Tile = ({ x, y, name, text, shade }: { x: number; y: number; name: string } & TileSaying): VNode => (
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
