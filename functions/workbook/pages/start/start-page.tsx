import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { controlOf, Field } from '#functions/components/fields/field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { OpenReadings } from '#functions/components/open-readings.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { SurveyLayout } from '#functions/hospital/components/survey-layout.tsx';
import type { Job } from '#lib/core/jobs/job.ts';
import type { WorkbookView } from '../../workbook-view.ts';
import { formats, uploadLimit } from './formats.ts';

export interface StartPageProps {
  readonly view: WorkbookView;
  readonly problems?: readonly FieldProblem[];
  /** Files of this hospital that wait. */
  readonly readings?: readonly Job[];
}

/** Excelで回答する: the questionnaire to fetch, and the place to hand it in. */
export function StartPage({ view, problems = [], readings = [] }: StartPageProps): VNode {
  const { round, editable, csrf } = view;
  const messages = messagesByField(problems);
  const own = {
    id: 'file',
    label: '入力した調査票のファイル',
    help: `Excelブック（.xlsx）か CSV（.csv）、${uploadLimit / 1_000_000}MBまで。パスワードやマクロは外してください。`,
    problem: messages.get('file'),
  };
  return (
    <SurveyLayout
      view={view}
      title="Excelで回答する"
      invalid={problems.length > 0}
      scripts={editable ? ['workbook'] : []}
    >
      <Breadcrumb
        places={[{ label: '回答する項目', href: addresses.survey(round.id) }, { label: 'Excelで回答する' }]}
      />
      <ErrorSummary problems={problems} />
      <h1>Excelで回答する</h1>
      <h2>1. 調査票をダウンロードする</h2>
      <p>いまの回答が入った調査票です。項目ごとにシートが分かれています。「回答」の列に入力してください。</p>
      <ul id="questionnaire">
        {Object.entries(formats).map(([format, { label, hint }]) => (
          <li key={format}>
            <a href={addresses.questionnaire(round.id, format)} download>
              {label}
            </a>
            <span class="hint">{hint}</span>
          </li>
        ))}
      </ul>
      <h2>2. 入力した調査票を取り込む</h2>
      {editable ? (
        <form method="post" action={addresses.workbook(round.id)} enctype="multipart/form-data" noValidate>
          <HiddenFields fields={{ csrf }} />
          <p>
            まず、読み取った内容とエラー、いまの回答との違いをお見せします。「取り込む」を押すまで、回答は変わりません。
          </p>
          <Field {...own} required>
            <input
              {...controlOf(own)}
              class="input"
              type="file"
              name="file"
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              data-limit={uploadLimit}
            />
          </Field>
          <div class="buttons">
            <Button kind="primary">読み取って確かめる</Button>
          </div>
        </form>
      ) : (
        <NotificationBanner title="いまは回答を変更できないため、取り込めません。" />
      )}
      <OpenReadings
        readings={readings}
        address={(job) => addresses.upload(round.id, job)}
        dismissal={(job) => addresses.dismissal(round.id, job)}
        csrf={csrf}
      />
      <h2>入力のときのお願い</h2>
      <ul>
        <li>「項目ID」の列と「ファイル情報」のシートは、消したり変えたりしないでください。</li>
        <li>あてはまるものを選ぶ設問は「○」を入力してください。選択肢は「選択肢」の列にある言葉のまま入力できます。</li>
        <li>セルを結合しないでください。写真などのファイルは、画面で添えてください。</li>
        <li>何人かで分けて入力するときは、それぞれが取り込めます。ほかの方の入力は上書きされません。</li>
      </ul>
    </SurveyLayout>
  );
}
