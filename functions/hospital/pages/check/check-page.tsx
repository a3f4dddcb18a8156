import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { changes } from '#lib/core/survey/changes.ts';
import type { Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { SurveyLayout } from '../../components/survey-layout.tsx';
import type { SurveyView } from '../../components/survey-view.ts';
import { CheckSection } from './check-section.tsx';

export interface CheckPageProps {
  readonly view: SurveyView;
  /** What is shown: the working copy, or what was submitted. */
  readonly values: Values;
  /** Unlikely answers, which submitting confirms. */
  readonly unlikely: readonly (FieldProblem & { readonly href: string })[];
  readonly problems?: readonly FieldProblem[];
  /** By which a repetition of submitting is recognised. */
  readonly request: string;
}

/** 確認・提出: everything on one page, what changed since last time, what is missing, and the button that submits. */
export function CheckPage({ view, values, unlikely, problems = [], request }: CheckPageProps): VNode {
  const { round, form, file, progress, previous, editable, csrf, today } = view;
  const { obstacles } = progress;
  const reached = reach(form.sections, values, today);
  const changed =
    previous && new Map(changes(form, previous.values, values, today).map((one) => [one.question.id, one]));
  const ready = editable && obstacles.length === 0;
  return (
    <SurveyLayout view={view} title={editable ? '確認・提出' : '提出した回答'} invalid={problems.length > 0}>
      <Breadcrumb
        places={[
          { label: '回答する項目', href: view.addresses.survey },
          { label: editable ? '確認・提出' : '提出した回答' },
        ]}
      />
      <ErrorSummary problems={problems} />
      <h1>{editable ? '回答を確認して提出してください' : '提出した回答'}</h1>
      <p>
        {file.answer.name}
        {file.answer.submittedAt === undefined ? '' : `　前の提出：${longInstant(file.answer.submittedAt)}`}
      </p>
      {editable && obstacles.length > 0 && (
        <NotificationBanner tone="warning" title={`提出の前に、次の${obstacles.length}件を入力・確認してください。`}>
          <ul>
            {obstacles.map(({ section, field, message }) => (
              <li key={`${section} ${field}`}>
                <a href={`${view.addresses.section(section)}${field === '' ? '' : `?told#${field}`}`}>{message}</a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {editable && view.addresses.workbook && (
        <p>
          <a href={view.addresses.workbook}>Excelで回答する</a>
        </p>
      )}
      {changed && (
        <p>
          {changed.size === 0
            ? '前回の回答から変わったところはありません。'
            : `前回の回答から変わったところが${changed.size}か所あります。「変更」「追加」と書いています。`}
        </p>
      )}
      {progress.sections.map((one) => (
        <CheckSection key={one.section.id} view={view} one={one} values={values} reached={reached} changed={changed} />
      ))}
      {ready && (
        <form id="submit" method="post" action={view.addresses.submit} novalidate data-landing>
          <HiddenFields fields={{ csrf, request }} />
          <h2>提出</h2>
          {unlikely.length > 0 && (
            <NotificationBanner tone="warning" title="めずらしい値があります。もう一度確かめてください。">
              <ul>
                {unlikely.map(({ field, message, href }) => (
                  <li key={field}>
                    <a href={href}>{message}</a>
                  </li>
                ))}
              </ul>
              <Tick
                id="sure"
                label="確かめました。この内容で間違いありません。"
                problem={problems.find(({ field }) => field === 'sure')?.message}
              />
            </NotificationBanner>
          )}
          <p>{`提出すると、都道府県と厚生労働省が確認${round.release === undefined ? '' : `し、${longDay(round.release)}に連携元病院へ提供`}します。提出した後は、都道府県から差し戻されたときだけ直せます。`}</p>
          <div class="buttons">
            <Button kind="primary">提出する</Button>
          </div>
        </form>
      )}
    </SurveyLayout>
  );
}
