import type { VNode } from 'preact';
import { controlOf, Field, type FieldFrame } from './field.tsx';

export interface TextAreaProps extends FieldFrame {
  readonly name?: string;
  readonly value?: string | undefined;
  readonly rows?: number;
  /** The page's script counts down to it; nothing is cut off. */
  readonly limit?: number;
  readonly readOnly?: boolean | undefined;
}

/** A text of several lines. */
export const TextArea = (props: TextAreaProps): VNode => (
  <Field {...props}>
    <textarea
      {...controlOf(props)}
      class="input"
      name={props.name ?? props.id}
      rows={props.rows ?? 5}
      readOnly={props.readOnly}
      data-limit={props.limit}
    >
      {/* the parser drops one line break at the beginning of a textarea */}
      {`\n${props.value ?? ''}`}
    </textarea>
  </Field>
);
