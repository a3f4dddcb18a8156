import type { ComponentChildren, VNode } from 'preact';

type Kind = 'primary' | 'secondary' | 'text' | 'danger';

export interface ButtonProps {
  /** One primary button a page. */
  readonly kind?: Kind;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly label?: string;
  readonly form?: string;
  /** Where it sends the form instead. */
  readonly formAction?: string;
  readonly children: ComponentChildren;
}

/** A button; `label` names it for those who cannot see what it stands beside. */
export const Button = ({
  kind = 'secondary',
  type = 'submit',
  name,
  value,
  label,
  form,
  formAction,
  children,
}: ButtonProps): VNode => (
  <button
    class={`button button--${kind}`}
    type={type}
    name={name}
    value={value}
    aria-label={label}
    form={form}
    formAction={formAction}
  >
    {children}
  </button>
);

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const LinkButton = (props: { kind?: Kind; href: string; children: ComponentChildren }): VNode => (
  <a class={`button button--${props.kind ?? 'secondary'}`} href={props.href}>
    {props.children}
  </a>
);
