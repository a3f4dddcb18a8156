import type { ComponentChildren, VNode } from 'preact';
import { controlOf, type FieldFrame, FieldGroup } from './field.tsx';
import type { Option } from './select-field.tsx';

export interface ChoiceControl {
  readonly name?: string;
  readonly options: readonly Option[];
  /** Values that are chosen. */
  readonly chosen: readonly string[];
  /** One of them, or any number. */
  readonly many?: boolean;
  /** Value that excludes the others (特になし), for the page's script. */
  readonly alone?: string | undefined;
  readonly readOnly?: boolean | undefined;
  /** Stands under the option of this value, such as the text that explains その他. */
  readonly detail?: { readonly value: string; readonly children: ComponentChildren };
}

/** Choices as radio buttons or, when many, as checkboxes. */
export const ChoiceField = (props: FieldFrame & ChoiceControl): VNode => {
  const { id, name = id, options, chosen, many, alone, readOnly, detail } = props;
  const invalid = controlOf(props)['aria-invalid'];
  return (
    <FieldGroup {...props}>
      {options.map(({ value, label, hint }, at) => {
        const own = at === 0 ? id : `${id}-${at}`;
        return (
          <div key={value} class="choice">
            <input
              id={own}
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              disabled={readOnly && !chosen.includes(value)}
              aria-invalid={invalid}
              aria-describedby={hint ? `${own}-hint` : undefined}
              data-alone={value === alone || undefined}
            />
            <label for={own}>{label}</label>
            {hint && (
              <span class="choice__hint" id={`${own}-hint`}>
                {hint}
              </span>
            )}
            {detail?.value === value && <div class="choice__detail">{detail.children}</div>}
          </div>
        );
      })}
    </FieldGroup>
  );
};

/** One box to tick, with its sentence. */
export const Tick = (props: {
  id: string;
  name?: string;
  value?: string;
  label: string;
  checked?: boolean;
  problem?: string | undefined;
}): VNode => (
  <div class={`field${props.problem === undefined ? '' : ' field--wrong'}`}>
    {props.problem !== undefined && (
      <p class="field__problem" id={`${props.id}-problem`}>
        <span class="visually-hidden">エラー：</span>
        {props.problem}
      </p>
    )}
    <div class="choice">
      <input
        {...controlOf(props)}
        type="checkbox"
        name={props.name ?? props.id}
        value={props.value ?? 'yes'}
        checked={props.checked}
      />
      <label for={props.id}>{props.label}</label>
    </div>
  </div>
);
