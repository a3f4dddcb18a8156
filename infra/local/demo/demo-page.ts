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
<li><a href="/demo/others">ほかの病院</a></li>
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

/** An instant as people read it, in Japanese time: 2026年11月23日（月）6:26. */
export function japaneseTime(instant: string): string {
  const parts = Object.fromEntries(FORMAT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts.year}年${parts.month}月${parts.day}日（${parts.weekday}）${parts.hour}:${parts.minute}`;
}

const FORMAT = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  calendar: 'gregory',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
