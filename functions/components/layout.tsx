import type { ComponentChildren, VNode } from 'preact';
import type { Actor } from '#lib/core/permission/actor.ts';
import { asset } from './asset.ts';

export interface LayoutProps {
  /** Without the product's name; 「エラー：」 is put before it when `invalid`. */
  readonly title: string;
  readonly actor: Actor;
  /** Token for the sign-out form. */
  readonly csrf?: string;
  readonly invalid?: boolean;
  /** Stems of page scripts; every page works without them. */
  readonly scripts?: readonly string[];
  readonly nav?: readonly { readonly href: string; readonly label: string; readonly current?: boolean }[];
  /** Something that must be seen on every page until it is settled, such as 未提出. */
  readonly banner?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Layout(props: LayoutProps): VNode {
  const { title, actor, csrf, invalid, scripts = [], nav = [], banner, children } = props;
  const signedIn = actor.kind !== 'nobody' && actor.kind !== 'system';
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${invalid ? 'エラー：' : ''}${title}｜連携`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={asset('app.css')} />
        {scripts.map((stem) => (
          <script key={stem} src={asset(`${stem}.js`)} defer />
        ))}
      </head>
      <body>
        <a class="skip-link" href="#main">
          本文へ移動
        </a>
        <header class="site-header">
          <p class="site-header__name">
            連携<span class="site-header__sub">医師の地域連携プラットフォーム</span>
          </p>
          {signedIn && (
            <form
              class="site-header__who"
              method="post"
              action={actor.kind === 'hospital' ? '/h/sign-out' : '/s/sign-out'}
            >
              <input type="hidden" name="csrf" value={csrf ?? ''} />
              <span>{actor.name}</span>
              <button class="button button--text" type="submit">
                終了する
              </button>
            </form>
          )}
        </header>
        {nav.length > 0 && (
          <nav class="site-nav" aria-label="メニュー">
            <ul>
              {nav.map(({ href, label, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {banner && (
          <aside class="site-banner" aria-label="お知らせ">
            {banner}
          </aside>
        )}
        <main id="main" class="site-main" tabIndex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <ul>
            <li>
              <a href="/accessibility">ウェブアクセシビリティ</a>
            </li>
            <li>
              <a href="/privacy">個人情報の取扱い</a>
            </li>
          </ul>
        </footer>
      </body>
    </html>
  );
}
