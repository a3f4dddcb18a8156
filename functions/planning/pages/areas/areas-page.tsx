import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { WideBox } from '#functions/components/wide-box.tsx';
import { PlanningLayout } from '#functions/planning/components/planning-layout.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { AreaChanges } from '#lib/core/eligibility/compare-areas.ts';
import type { AreaRule } from '#lib/core/eligibility/rule.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import { AreaChangeTable } from './area-change-table.tsx';
import { AreaTiles } from './area-tiles.tsx';
import { changedThresholds, roleCounts, summaryOf } from './change-words.ts';
import { ThresholdFields } from './threshold-fields.tsx';

interface EditionChoice {
  readonly id: string;
  readonly program: Program<AreaEdition>;
  readonly edition: AreaEdition;
}

export interface AreasPageProps {
  readonly viewer: Viewer;
  readonly choices: readonly EditionChoice[];
  readonly chosen: EditionChoice;
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly FieldProblem[];
  readonly tried: AreaRule;
  /** Absent while something typed is to be corrected. */
  readonly changes: AreaChanges | undefined;
}

/** What-if of areas: which 二次医療圏 enter and leave when a threshold is another. Nothing is stored. */
export function AreasPage({ viewer, choices, chosen, typed, problems, tried, changes }: AreasPageProps): VNode {
  const { edition } = chosen;
  const messages = messagesByField(problems);
  const changed = changedThresholds(edition.areas, tried);
  const title = '対象区域の試算';
  return (
    <PlanningLayout viewer={viewer} title={title} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>{title}</h1>
      <p>
        基準を変えると、どの二次医療圏が対象に加わり、どの二次医療圏が外れるかを確かめます。年度の基準は変わりません。このページのアドレスを送ると、同じ試算を開けます。
      </p>
      <form method="get" action="/s/planning/areas" novalidate>
        <SelectField
          id="edition"
          label="事業と年度"
          value={chosen.id}
          options={choices.map((choice) => ({
            value: choice.id,
            label: `${choice.program.shortName} ${choice.edition.label}`,
          }))}
          problem={messages.get('edition')}
        />
        <ThresholdFields rule={edition.areas} typed={typed} messages={messages} />
        <div class="buttons">
          <Button kind="primary">試算する</Button>
          <LinkButton kind="text" href={`/s/planning/areas?edition=${chosen.id}`}>
            公表の基準にもどす
          </LinkButton>
        </div>
      </form>
      {changes && (
        <section aria-labelledby="result-title">
          <h2 id="result-title">試算の結果</h2>
          {changed.length === 0 ? (
            <p>公表の基準のままです。上の基準を変えて「試算する」を押してください。</p>
          ) : (
            <ul>
              {changed.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <p>
            <strong>{summaryOf(changes)}</strong>
          </p>
          <DataTable
            caption="区分ごとの二次医療圏の数"
            stacked
            columns={[{ label: '区分' }, { label: '公表の基準', numeric: true }, { label: '試算', numeric: true }]}
            rows={roleCounts(edition, tried).map(({ label, before, after }) => ({
              key: label,
              cells: [label, `${before}区域`, `${after}区域`],
            }))}
          />
          <h3>都道府県ごとの動き</h3>
          <WideBox label="都道府県ごとの動きの地図">
            <AreaTiles changes={changes} />
          </WideBox>
          <p class="hint">
            ＋は加わる、−は外れる、△は役割が変わる二次医療圏の数です。「・」は動きのない県です。同じ内容を下の表に示します。
          </p>
          <AreaChangeTable title="加わる二次医療圏" id="entering" changes={changes.entering} />
          <AreaChangeTable title="外れる二次医療圏" id="leaving" changes={changes.leaving} />
          <AreaChangeTable title="役割が変わる二次医療圏" id="changed" changes={changes.changed} />
        </section>
      )}
      <h2>もとにした表</h2>
      <ul>
        {[edition.reference.prefectures, edition.reference.areas, edition.reference.hiring].map((table) => (
          <li key={table.id}>
            {`${table.title}（${table.publication.document}）`}
            {table.note !== undefined && <span class="hint">{` ${table.note}`}</span>}
          </li>
        ))}
      </ul>
    </PlanningLayout>
  );
}
