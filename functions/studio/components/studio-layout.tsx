import type { ComponentChildren, VNode } from 'preact';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import type { Form } from '#lib/core/survey/form.ts';

interface Place {
  readonly label: string;
  readonly href: string;
}

export interface StudioLayoutProps {
  readonly viewer: Viewer;
  readonly title: string;
  /** The form that the page is below; absent for pages beside the forms. */
  readonly form?: Pick<Form, 'id' | 'title'>;
  /** Places between the form and this page. */
  readonly up?: readonly Place[];
  readonly invalid?: boolean;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** The frame of a page below the list of forms. */
export const StudioLayout = ({ viewer, form, up = [], children, ...rest }: StudioLayoutProps): VNode => {
  const own: readonly Place[] = form ? [{ label: form.title, href: addresses.form(form.id) }] : [];
  return (
    <StaffLayout
      {...viewer}
      at={addresses.forms}
      up={[{ label: '調査票', href: addresses.forms }, ...own, ...up]}
      {...rest}
    >
      {children}
    </StaffLayout>
  );
};
