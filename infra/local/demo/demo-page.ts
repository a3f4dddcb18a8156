import { type Html, html } from './html.ts';

/** What every page of the demo shows: where one is and what time it is. */
export interface DemoPage {
  readonly title: string;
  readonly body: Html;
  /** ISO instant of the platform's clock. */
  readonly now: string;
  /** Reload after so many seconds. */
  readonly reloadSeconds?: number;
}

/** A whole page of the demo. */
export function demoPage({ title, body, now, reloadSeconds }: DemoPage): string {
  const reload = reloadSeconds === undefined ? html`` : html`<meta http-equiv="refresh" content="${reloadSeconds}">`;
  const page = html`<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${reload}
<title>${title} | 連携 体験版</title>
<link rel="stylesheet" href="/assets/app.css">
<link rel="stylesheet" href="/demo/demo.css">
</head>
<body class="demo">
<header class="demo-header">
<p class="demo-name">連携 体験版</p>
<nav aria-label="体験版の案内"><ul>
<li><a href="/demo">人物を選ぶ</a></li>
<li><a href="/demo/mail">受信箱</a></li>
<li><a href="/demo/clock">時計</a></li>
</ul></nav>
<p class="demo-now">いまの日時 <time datetime="${now}">${japaneseTime(now)}</time></p>
</header>
<main class="demo-main">
<h1>${title}</h1>
${body}
</main>
<footer class="demo-footer"><p>この枠の中の画面は、この機械の上だけのものです。病院名と氏名はすべて架空です。</p></footer>
</body>
</html>`;
  return `<!doctype html>\n${page.html}`;
}

/** An instant as people read it, in Japanese time. */
export function japaneseTime(instant: string): string {
  return new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'full',
    timeStyle: 'short',
    calendar: 'gregory',
  }).format(new Date(instant));
}
