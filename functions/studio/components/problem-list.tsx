import type { VNode } from 'preact';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import type { FormProblem } from '#lib/core/survey/compose/form-problems.ts';
import { questionAt, sectionAt, type Target } from '#lib/core/survey/compose/target.ts';
import type { Form } from '#lib/core/survey/form.ts';

/** What must be put right before publishing, each line a link to where it is put right; nothing when there is nothing. */
export const ProblemList = ({ form, faults }: { form: Form; faults: readonly FormProblem[] }): VNode | null =>
  faults.length === 0 ? null : (
    <NotificationBanner tone="warning" title={`公開する前に直すところが${faults.length}件あります`}>
      <ul>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            {fault.target && (
              <>
                <a href={placeOf(form, fault.target, fault)}>{nameOf(form, fault.target)}</a>：
              </>
            )}
            {fault.message}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );

function placeOf(form: Form, target: Target, { condition }: FormProblem): string {
  if (target.kind === 'section' && !condition) return addresses.at(form.id, target);
  return condition ? addresses.condition(form.id, target) : addresses.part(form.id, target);
}

const nameOf = (form: Form, target: Target): string =>
  (target.kind === 'section' ? sectionAt(form, target.id)?.title : questionAt(form, target)?.label) || '（名前なし）';
