import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { ChoiceField, Tick } from '#functions/components/fields/choice-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { may } from '#lib/core/permission/table.ts';

/** What is typed of a merger: the code of the hospital that goes on, and the addresses of those whom it takes over. */
export interface TypedMerger {
  readonly into: string;
  readonly contacts: readonly string[];
}

export interface MergerProps {
  readonly viewer: Viewer;
  readonly hospital: Organisation;
  /** The hospital that it was merged into. */
  readonly survivor: Organisation | undefined;
  readonly merging: {
    readonly typed: TypedMerger;
    readonly problems: readonly FieldProblem[];
    /** Id of the button's press. */
    readonly request: string;
  };
}

/** Says that a hospital was merged into another, and lets it be taken back. */
export const Merged = ({ viewer, hospital, survivor }: MergerProps): VNode | null =>
  survivor ? (
    <NotificationBanner tone="warning" title="この病院は、ほかの病院に統合されています。">
      <p>
        {'統合先：'}
        <a href={`/s/organisations/${survivor.id}`}>{survivor.name}</a>
        {`（${survivor.id}）。調査も督促も、この病院には送りません。提出済みの回答は残っています。`}
      </p>
      {may(viewer.actor, 'organisation.merge', hospital) && (
        <form method="post" action={`/s/organisations/${hospital.id}/part`}>
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <Button>統合を取り消す</Button>
        </form>
      )}
    </NotificationBanner>
  ) : null;

/** Merges a hospital into another: what that ends is said before it is done. */
export function MergeForm({ viewer, hospital, survivor, merging }: MergerProps): VNode | null {
  if (survivor || hospital.kind !== 'hospital' || !may(viewer.actor, 'organisation.merge', hospital)) return null;
  const messages = messagesByField(merging.problems);
  return (
    <details open={merging.problems.length > 0}>
      <summary>この病院がほかの病院に統合されたとき</summary>
      <p>
        この病院への調査の依頼と督促が止まり、受付中の調査で未提出のものは「回答不要」になります。提出済みの回答は、この病院の回答として残り、統合先の回答にはなりません。統合先の病院には、これまでどおり依頼します。
      </p>
      <form method="post" action={`/s/organisations/${hospital.id}/merge`} novalidate class="narrow">
        <HiddenFields fields={{ csrf: viewer.csrf, request: merging.request }} />
        <TextField
          id="into"
          label="統合先の病院コード"
          required
          tidy
          value={merging.typed.into}
          problem={messages.get('into')}
        />
        {hospital.contacts.length > 0 && (
          <ChoiceField
            id="contacts"
            label="統合先に引き継ぐ連絡先"
            many
            help="選んだ方は、統合先の連絡先のうしろに加わり、これからの調査や文書のメールが届くことがあります。選ばなければ、統合先の連絡先は変わりません。"
            options={hospital.contacts.map(({ name, department = '', email }) => ({
              value: email,
              label: `${name}${department === '' ? '' : `（${department}）`}`,
              hint: email,
            }))}
            chosen={merging.typed.contacts}
          />
        )}
        <Tick id="confirm" label={`${hospital.name}を、この統合先に統合します。`} problem={messages.get('confirm')} />
        <p class="buttons">
          <Button>統合する</Button>
        </p>
      </form>
    </details>
  );
}
