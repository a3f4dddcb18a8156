import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Judged } from '#lib/core/eligibility/who-is-asked.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Survey } from '#lib/core/program.ts';
import type { RoundPreview } from '#lib/usecases/preview-round.ts';
import { countsOf } from './counts.ts';

type Line = Judged<Organisation>;

/** Who is asked, who is not and who cannot be told, each with the reason; long lists are folded. */
export function AskedLists({ preview }: { preview: RoundPreview }): VNode {
  const { asked, unresolved, notAsked, survey, asOf } = preview;
  const { classes, lines } = countsOf(asked);
  return (
    <>
      <h2>依頼先</h2>
      <AsOf count={asked.length} unit="病院" at={asOf} />
      <DataTable
        caption="都道府県と区分ごとの病院数"
        columns={[
          { label: '都道府県' },
          ...classes.map((label) => ({ label, numeric: true })),
          { label: '計', numeric: true },
        ]}
        rows={lines.map(({ prefecture, counts, total }) => ({
          key: prefecture,
          cells: [prefectureName(prefecture), ...counts.map(String), String(total)],
        }))}
        empty="依頼先の病院はありません。"
      />
      <Fold title={`依頼先の病院と理由（${asked.length}病院）`} lines={asked} survey={survey} />
      <Fold title={`要確認の病院（${unresolved.length}病院）`} lines={unresolved} survey={survey} />
      <Fold title={`依頼しない病院と理由（${notAsked.length}病院）`} lines={notAsked} survey={survey} />
    </>
  );
}

const Fold = ({ title, lines, survey }: { title: string; lines: readonly Line[]; survey: Survey }): VNode => (
  <details>
    <summary>{title}</summary>
    <DataTable
      caption={title}
      captionHidden
      columns={[{ label: '病院' }, { label: '都道府県' }, { label: '理由' }]}
      rows={lines.map((line) => ({
        key: line.hospital.id,
        cells: [
          <a key="link" href={`/s/organisations/${line.hospital.id}`}>
            {line.hospital.name}
          </a>,
          prefectureName(line.hospital.prefecture),
          reasonOf(line, survey),
        ],
      }))}
    />
  </details>
);

/** The sentence of the role that decided, or of every role that was not met. */
function reasonOf({ verdict }: Line, { asks: side, organisations }: Survey): string {
  if (organisations) return '選んだ病院に依頼します。';
  if (side === 'every') return '名簿のすべての病院に依頼します。';
  const own = verdict.roles.filter((role) => role.side === side);
  const decided = own.find(({ outcome }) => outcome === verdict[side]);
  return verdict[side] === 'unmet'
    ? [...new Set(own.map(({ sentence }) => sentence))].join(' ')
    : (decided?.sentence ?? '');
}
