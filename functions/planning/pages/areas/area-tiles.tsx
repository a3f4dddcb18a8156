import type { VNode } from 'preact';
import { PrefectureTiles } from '#functions/components/prefecture-tiles.tsx';
import type { AreaChange, AreaChanges } from '#lib/core/eligibility/compare-areas.ts';

const tally = (changes: readonly AreaChange[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { before, after } of changes) {
    const prefecture = (after ?? before)?.prefecture ?? '';
    counts.set(prefecture, (counts.get(prefecture) ?? 0) + 1);
  }
  return counts;
};

/** The prefectures as tiles, each with how many of its areas enter, leave or change; a tile leads to the table that says which. */
export function AreaTiles({ changes }: { readonly changes: AreaChanges }): VNode {
  const counts = {
    entering: tally(changes.entering),
    leaving: tally(changes.leaving),
    changed: tally(changes.changed),
  };
  return (
    <PrefectureTiles
      label="都道府県ごとに加わる・外れる二次医療圏の数"
      sayingOf={({ code, shortName }) => {
        const [entering, leaving, changed] = [
          counts.entering.get(code) ?? 0,
          counts.leaving.get(code) ?? 0,
          counts.changed.get(code) ?? 0,
        ];
        if (entering + leaving + changed === 0) return { text: '・', shade: 'none' };
        const signs = [
          ...(entering > 0 ? [`＋${entering}`] : []),
          ...(leaving > 0 ? [`−${leaving}`] : []),
          ...(changed > 0 ? [`△${changed}`] : []),
        ];
        return {
          text: signs.join(''),
          shade: leaving > 0 ? (entering > 0 ? '2' : 'leaving') : entering > 0 ? '3' : '1',
          href: entering > 0 ? '#entering' : leaving > 0 ? '#leaving' : '#changed',
          label: `${shortName}${signs.join('')}：加わる${entering}区域、外れる${leaving}区域、役割が変わる${changed}区域`,
        };
      }}
    />
  );
}
