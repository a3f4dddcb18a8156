import type { VNode } from 'preact';
import { controlOf, Field, type FieldFrame } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface SelectControl {
  readonly name?: string;
  readonly value?: string | undefined;
  readonly options: readonly Option[];
  /** First line, which stands for no answer; absent when one must be chosen. */
  readonly none?: string;
}

export interface SelectProps extends SelectControl, Pick<FieldFrame, 'id' | 'help' | 'problem'> {
  readonly label?: string;
}

/** A pull-down without its frame, for table cells. */
export const Select = (props: SelectProps): VNode => (
  <select {...controlOf(props)} class="input input--sized" name={props.name ?? props.id} aria-label={props.label}>
    {props.none !== undefined && <option value="">{props.none}</option>}
    {props.options.map(({ value, label }) => (
      <option key={value} value={value} selected={value === props.value}>
        {label}
      </option>
    ))}
  </select>
);

/** A choice of one out of many; a few are better as radio buttons. */
export const SelectField = (props: FieldFrame & SelectControl): VNode => {
  const { label, ...select } = props;
  return (
    <Field {...props}>
      <Select {...select} />
    </Field>
  );
};
