import type { ComponentChildren, VNode } from 'preact';
import { asset } from '#functions/components/asset.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';

export interface PlanningLayoutProps {
  readonly viewer: Viewer;
  readonly title: string;
  readonly up?: readonly { readonly label: string; readonly href: string }[];
  readonly invalid?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of a page on planning. */
export const PlanningLayout = ({ viewer, children, up = [], ...rest }: PlanningLayoutProps): VNode => (
  <StaffLayout {...viewer} at="/s/planning" up={[{ label: '試算', href: '/s/planning' }, ...up]} {...rest}>
    <link rel="stylesheet" href={asset('planning.css')} />
    {children}
  </StaffLayout>
);
