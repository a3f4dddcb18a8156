import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Section, Values } from '#lib/core/survey/form.ts';
import { answerRows } from '../../components/answer-rows.ts';
import { SurveyLayout } from '../../components/survey-layout.tsx';
import type { SurveyView } from '../../components/survey-view.ts';

export interface SettledSectionPageProps {
  readonly view: SurveyView;
  readonly section: Section;
  readonly values: Values;
  readonly why: string;
  /** Typed but not saved, so that it can be copied from here. */
  readonly typed?: Values;
}

/** A section that cannot be changed now: what it holds, and why. */
export const SettledSectionPage = ({ view, section, values, why, typed }: SettledSectionPageProps): VNode => (
  <SurveyLayout view={view} title={section.title}>
    <Breadcrumb places={[{ label: '回答する項目', href: view.addresses.survey }, { label: section.title }]} />
    <h1>{section.title}</h1>
    <NotificationBanner tone={typed ? 'error' : 'info'} title={why} />
    <SummaryList rows={answerRows(view.form, section, values, view)} />
    {typed && (
      <>
        <h2>保存されなかった入力</h2>
        <SummaryList rows={answerRows(view.form, section, typed, view)} />
      </>
    )}
  </SurveyLayout>
);
