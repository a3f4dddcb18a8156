import type { ComponentChildren, VNode } from 'preact';

/** What every field says around its control. */
export interface FieldFrame {
  /** Id of the first control, to which the error summary links. */
  readonly id: string;
  readonly label: string;
  /** ※必須 when true, 任意 when false, no mark when absent. */
  readonly required?: boolean | undefined;
  readonly help?: ComponentChildren;
  readonly problem?: string | undefined;
  /** Stands under the help: last year's answer, a warning. */
  readonly aside?: ComponentChildren;
  /** Conditions for the page's script. */
  readonly when?: string | undefined;
}

/** Attributes that tie a control to its help and its problem. */
export const controlOf = ({ id, help, problem }: Pick<FieldFrame, 'id' | 'help' | 'problem'>) => ({
  id,
  'aria-describedby':
    [help ? `${id}-help` : '', problem === undefined ? '' : `${id}-problem`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': problem === undefined ? undefined : ('true' as const),
});

export const RequiredMark = ({ required }: { required?: boolean | undefined }): VNode | null =>
  required === undefined ? null : (
    <span class={required ? 'mark mark--required' : 'mark'}>{required ? '※必須' : '任意'}</span>
  );

const Around = ({ id, help, problem, aside }: FieldFrame): VNode => (
  <>
    {help && (
      <div class="field__help" id={`${id}-help`}>
        {help}
      </div>
    )}
    {aside}
    {problem !== undefined && (
      <p class="field__problem" id={`${id}-problem`}>
        <span class="visually-hidden">エラー：</span>
        {problem}
      </p>
    )}
  </>
);

const classOf = (problem: string | undefined) => `field${problem === undefined ? '' : ' field--wrong'}`;

/** A field with one control. */
export const Field = (props: FieldFrame & { children: ComponentChildren }): VNode => (
  <div class={classOf(props.problem)} data-when={props.when}>
    <label class="field__label" for={props.id}>
      {props.label}
      <RequiredMark required={props.required} />
    </label>
    <Around {...props} />
    {props.children}
  </div>
);

/** A field with several controls: choices, the parts of a date, rows. */
export const FieldGroup = (props: FieldFrame & { children: ComponentChildren }): VNode => (
  <fieldset
    class={classOf(props.problem)}
    data-when={props.when}
    aria-describedby={controlOf(props)['aria-describedby']}
  >
    <legend class="field__label">
      {props.label}
      <RequiredMark required={props.required} />
    </legend>
    <Around {...props} />
    {props.children}
  </fieldset>
);
