import type { VNode } from 'preact';
import { controlOf, Field, type FieldFrame } from './field.tsx';

/** How a text control behaves; text with an inputmode, never `type=number`. */
export interface TextControl {
  readonly name?: string;
  readonly value?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly autocomplete?: string;
  /** Width in characters; full width when absent. */
  readonly size?: number;
  /** Written after the control. */
  readonly unit?: string;
  /** Lets the page's script turn 全角 digits and hyphens into 半角. */
  readonly tidy?: boolean;
  readonly readOnly?: boolean | undefined;
}

export interface TextInputProps extends TextControl, Pick<FieldFrame, 'id' | 'help' | 'problem'> {
  /** Only where no visible label belongs to it, as in a table's cell. */
  readonly label?: string;
}

/** A line of text without its frame, for table cells and parts. */
export const TextInput = (props: TextInputProps): VNode => {
  const { id, name = id, value, inputMode, autocomplete = 'off', size, unit, tidy, readOnly, label } = props;
  const input = (
    <input
      {...controlOf(props)}
      class={size === undefined ? 'input' : 'input input--sized'}
      type="text"
      name={name}
      value={value ?? ''}
      inputMode={inputMode}
      autocomplete={autocomplete}
      size={size}
      readOnly={readOnly}
      data-tidy={tidy || undefined}
      aria-label={label}
    />
  );
  if (!unit) return input;
  return (
    <span class="with-unit">
      {input}
      <span>{unit}</span>
    </span>
  );
};

/** A line of text. */
export const TextField = (props: FieldFrame & TextControl): VNode => {
  const { label, ...input } = props;
  return (
    <Field {...props}>
      <TextInput {...input} />
    </Field>
  );
};
