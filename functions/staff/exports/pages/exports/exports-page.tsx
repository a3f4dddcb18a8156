import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Round } from '#lib/core/rounds/round.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import type { ExportWork } from '#lib/usecases/exports/read-exports.ts';
import { choiceOptions, formatOptions, shapeOptions } from './export-options.ts';
import { ExportsList } from './exports-list.tsx';

export interface ExportsPageProps {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly works: readonly ExportWork[];
  /** The person's own; undefined for the ministry. */
  readonly prefecture: string | undefined;
  readonly typed: Posted;
  readonly problems: readonly FieldProblem[];
  /** By which a repeated order is recognised. */
  readonly request: string;
  readonly asOf: string;
  /** Days that an export is kept. */
  readonly days: number;
}

/** 集計・ダウンロード: order an export, watch it, fetch it. */
export function ExportsPage(props: ExportsPageProps): VNode {
  const { viewer, round, works, prefecture, typed, problems, request, asOf, days } = props;
  const path = `/s/rounds/${round.id}`;
  const messages = messagesByField(problems);
  const chosen = (name: string, otherwise: string) => [typed[name]?.[0] ?? otherwise];
  const running = works.some(({ job }) => job?.state === 'running');
  return (
    <StaffLayout
      {...viewer}
      title="集計・ダウンロード"
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: path },
      ]}
      invalid={problems.length > 0}
      scripts={running ? ['watch-job'] : []}
    >
      <ErrorSummary problems={problems} />
      <h1>集計・ダウンロード</h1>
      <p>{`${round.title}の回答を、ExcelやCSVのファイルにします。${
        prefecture === undefined ? '' : `${prefectureName(prefecture)}の病院の回答だけが入ります。`
      }提出されていない入力は、どのファイルにも入りません。`}</p>
      <h2>出力したファイル</h2>
      <ExportsList viewer={viewer} path={`${path}/exports`} works={works} asOf={asOf} days={days} />
      <h2>新しく出力する</h2>
      <form id="order" method="post" action={`${path}/exports`} novalidate>
        <HiddenFields fields={{ csrf: viewer.csrf, request }} />
        <ChoiceField
          id="choice"
          label="出力する回答"
          required
          options={choiceOptions}
          chosen={chosen('choice', 'submitted')}
          problem={messages.get('choice')}
        />
        {prefecture === undefined && (
          <SelectField
            id="prefecture"
            label="都道府県"
            none="全国"
            value={typed.prefecture?.[0]}
            options={PREFECTURES.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <ChoiceField
          id="shape"
          label="表の形"
          required
          options={shapeOptions}
          chosen={chosen('shape', 'wide')}
          problem={messages.get('shape')}
        />
        <ChoiceField
          id="format"
          label="ファイルの種類"
          required
          options={formatOptions}
          chosen={chosen('format', 'xlsx')}
          problem={messages.get('format')}
        />
        <p>{`出力したファイルは${days}日間ダウンロードできます。だれが何を出力し、ダウンロードしたかは記録されます。`}</p>
        <div class="buttons">
          <Button kind="primary">出力する</Button>
        </div>
      </form>
    </StaffLayout>
  );
}
