import type { VNode } from 'preact';
import { StatusLabel } from '#functions/components/status-label.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Change } from '#lib/core/survey/changes.ts';
import { askedIn, SECTION_STATES } from '#lib/core/survey/completeness.ts';
import type { Values } from '#lib/core/survey/form.ts';
import type { Reach } from '#lib/core/survey/reach.ts';
import type { SectionProgress } from '#lib/usecases/progress.ts';
import { shownAnswer } from '../../components/shown-answer.tsx';
import type { SurveyView } from '../../components/survey-view.ts';

export interface CheckSectionProps {
  readonly view: SurveyView;
  readonly one: SectionProgress;
  readonly values: Values;
  readonly reached: Reach;
  /** Against last time, by question id; absent when there is no last time. */
  readonly changed: ReadonlyMap<string, Change> | undefined;
}

/** One section of the check page. */
export function CheckSection({ view, one, values, reached, changed }: CheckSectionProps): VNode {
  const { section, state, prefilled } = one;
  const href = view.addresses.section(section.id);
  if (state === 'not-applicable') return <h2 class="hint">{`${section.title}（${SECTION_STATES[state]}）`}</h2>;
  return (
    <section aria-label={section.title}>
      <h2>
        {section.title}
        {prefilled && view.editable && <StatusLabel tone="warning">前回の回答・未確認</StatusLabel>}
      </h2>
      <SummaryList
        rows={askedIn(section, reached).map((question) => {
          const change = changed?.get(question.id);
          return {
            key: question.label,
            value: (
              <>
                {shownAnswer(question, values, view.addresses.file)}
                {change && (
                  <span class="hint">
                    {'\n'}
                    <StatusLabel tone="info">{change.kind === 'added' ? '追加' : '変更'}</StatusLabel>
                    {change.kind === 'added' ? '' : ` 前回：${change.before}`}
                  </span>
                )}
              </>
            ),
            ...(view.editable ? { change: { href: `${href}#${question.id}`, label: question.label } } : {}),
          };
        })}
      />
    </section>
  );
}
