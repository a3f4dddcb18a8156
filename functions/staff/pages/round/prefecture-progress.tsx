import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { WideBox } from '#functions/components/wide-box.tsx';
import { percent } from '#functions/staff/components/percent.ts';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { TileMap } from '#functions/staff/components/tile-map.tsx';
import type { AnswerStanding } from '#lib/core/rounds/answer.ts';
import { tallyByPrefecture } from '#lib/core/rounds/progress.ts';

/** Submission by prefecture: a tile map, and the same as a table beside it. */
export function PrefectureProgress({ round, answers }: { round: string; answers: readonly AnswerStanding[] }): VNode {
  const tallies = tallyByPrefecture(answers);
  const hrefOf = (prefecture: string) => `/s/rounds/${round}/answers?prefecture=${prefecture}`;
  return (
    <>
      <h2>都道府県別の提出率</h2>
      <div class="beside">
        <WideBox label="都道府県別の提出率の地図">
          <TileMap tallies={tallies} hrefOf={hrefOf} />
        </WideBox>
        <DataTable
          caption="都道府県別の病院数"
          columns={[
            { label: '都道府県' },
            { label: '依頼', numeric: true },
            { label: '提出', numeric: true },
            { label: '提出率', numeric: true },
            { label: '承認', numeric: true },
          ]}
          rows={[...tallies].map(([code, { asked, submitted, approved }]) => ({
            key: code,
            cells: [
              <a key="link" href={hrefOf(code)}>
                {prefectureName(code)}
              </a>,
              String(asked),
              String(submitted),
              percent(submitted, asked),
              String(approved),
            ],
          }))}
        />
      </div>
    </>
  );
}
