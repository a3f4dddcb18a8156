import type { ComponentChildren, VNode } from 'preact';
import { asset } from '#functions/components/asset.ts';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { Layout } from '#functions/components/layout.tsx';
import type { Actor } from '#lib/core/permission/actor.ts';
import { type Action, may } from '#lib/core/permission/table.ts';

/** Who looks at a page, and the token of its forms. */
export interface Viewer {
  readonly actor: Actor;
  readonly csrf: string;
}

export interface StaffLayoutProps extends Viewer {
  readonly title: string;
  /** Address of the menu's entry to which the page belongs. */
  readonly at?: string;
  /** The way up; the page itself is added. */
  readonly up?: readonly { readonly label: string; readonly href: string }[];
  readonly invalid?: boolean;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

const menu: readonly { readonly href: string; readonly label: string; readonly action: Action }[] = [
  { href: '/s/home', label: '今日すること', action: 'desk.see' },
  { href: '/s/rounds', label: '調査', action: 'round.list' },
  { href: '/s/forms', label: '調査票', action: 'form.list' },
  { href: '/s/planning', label: '試算', action: 'planning.see' },
  { href: '/s/organisations', label: '名簿', action: 'organisation.list' },
  { href: '/s/notices', label: '通知', action: 'notice.list' },
  { href: '/s/documents', label: '文書', action: 'distribution.list' },
  { href: '/s/announcements', label: 'お知らせ', action: 'announcement.see' },
  { href: '/s/unreachable', label: '届かない病院', action: 'address.list' },
  { href: '/s/audit', label: '監査', action: 'audit.see' },
  { href: '/s/accounts', label: '権限', action: 'account.list' },
];

/** The frame of a staff page, with the menu of what this person may do. */
export function StaffLayout(props: StaffLayoutProps): VNode {
  const { title, actor, csrf, at, up, scripts = [], children, ...rest } = props;
  const own = actor.kind === 'prefecture' ? { prefecture: actor.prefecture } : {};
  const nav = menu
    .filter(({ action }) => may(actor, action, own))
    .map(({ href, label }) => ({ href, label, current: href === at }));
  return (
    <Layout title={title} actor={actor} csrf={csrf} nav={nav} scripts={['staff', ...scripts]} {...rest}>
      <link rel="stylesheet" href={asset('staff.css')} />
      {up && <Breadcrumb places={[...up, { label: title }]} />}
      {children}
    </Layout>
  );
}
