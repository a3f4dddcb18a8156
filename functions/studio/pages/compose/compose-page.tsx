import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses, anchorOf } from '#functions/studio/addresses.ts';
import { FormState } from '#functions/studio/components/form-state.tsx';
import { ProblemList } from '#functions/studio/components/problem-list.tsx';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { personName } from '#lib/core/permission/actor.ts';
import { largestExtent } from '#lib/core/survey/completeness.ts';
import type { FormProblem } from '#lib/core/survey/compose/form-problems.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import type { Target } from '#lib/core/survey/compose/target.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { SectionCard } from './section-card.tsx';
import { type VersionLine, VersionTable } from './version-table.tsx';

export interface ComposePageProps {
  readonly viewer: Viewer;
  readonly draft: FormDraft;
  readonly form: Form;
  readonly undoable: boolean;
  /** Whether the draft says something else than the newest published version. */
  readonly changed: boolean;
  /** What stands in the way of publishing. */
  readonly faults: readonly FormProblem[];
  readonly versions: readonly VersionLine[];
  readonly fingerprint: (target: Target) => string;
  /** Id of this page, by which a second press of a button is recognised. */
  readonly request: string;
  /** What was just done. */
  readonly said?: string | undefined;
  readonly problems?: readonly FieldProblem[];
}

/** More sections than this are listed above, to go to one without leafing. */
const manySections = 4;

/** A form being composed: its sections and questions in order, and what can be done with each. */
export function ComposePage(props: ComposePageProps): VNode {
  const { viewer, draft, form, undoable, changed, faults, versions, fingerprint, request, said, problems = [] } = props;
  const size = largestExtent(form);
  return (
    <StudioLayout viewer={viewer} title={form.title} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>
        {form.title} <FormState published={draft.published} changed={changed} />
      </h1>
      <p>
        {`${form.sections.length}セクション・${size.questions}問・約${size.minutes}分。最後の保存は${longInstant(draft.savedAt)}（${draft.savedBy}）です。変更は下書きに保存され、公開するまで病院には届きません。`}
      </p>
      <div class="buttons">
        <LinkButton kind="primary" href={addresses.publish(form.id)}>
          公開に進む
        </LinkButton>
        {draft.published > 0 && (
          <LinkButton href={`/s/rounds/new?form=${form.id}@${draft.published}`}>この調査票で調査を準備する</LinkButton>
        )}
        <LinkButton href={addresses.preview(form.id)}>病院から見た画面</LinkButton>
        <LinkButton href={addresses.name(form.id)}>名前と説明を変える</LinkButton>
      </div>
      <ProblemList form={form} faults={faults} />
      {form.sections.length > manySections && (
        <nav aria-labelledby="sections">
          <h2 id="sections">セクション</h2>
          <ol>
            {form.sections.map(({ id, title, questions }) => (
              <li key={id}>
                <a href={`#${anchorOf({ kind: 'section', id })}`}>{`${title}（${questions.length}問）`}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <form method="post" action={addresses.form(form.id)}>
        <HiddenFields fields={{ csrf: viewer.csrf, version: draft.version, ':request': request }} />
        {undoable && (
          <p>
            <Button name="act" value="undo">
              {draft.savedBy === personName(viewer.actor)
                ? '直前の変更を元に戻す'
                : `直前の変更（${draft.savedBy}）を元に戻す`}
            </Button>
          </p>
        )}
        {form.sections.map((section, at) => (
          <SectionCard key={section.id} form={form} section={section} number={at + 1} fingerprint={fingerprint} />
        ))}
      </form>
      <p>
        <LinkButton href={addresses.newSection(form.id)}>セクションを追加する</LinkButton>
      </p>
      <VersionTable form={form.id} versions={versions} />
    </StudioLayout>
  );
}
