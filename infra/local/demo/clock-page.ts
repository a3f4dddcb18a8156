import type { MoveProgress } from '../clock-mover.ts';
import { japaneseTime } from './demo-page.ts';
import { type Html, html } from './html.ts';

const HOUR = 3_600_000;
const STEPS: readonly { readonly value: string; readonly label: string; readonly milliseconds: number }[] = [
  { value: '1h', label: '1時間進める', milliseconds: HOUR },
  { value: '1d', label: '1日進める', milliseconds: 24 * HOUR },
  { value: '7d', label: '7日進める', milliseconds: 7 * 24 * HOUR },
];

/** The clock, and how to move it. */
export function clockPage(now: string, progress: MoveProgress | undefined, error: string | null): Html {
  if (progress) {
    return html`<p class="demo-notice" role="status">${japaneseTime(progress.to)}まで進めています（${progress.step}／${progress.steps}）。途中の催促や締切も順に処理します。</p>
<p>この画面は自動で新しくなります。ほかの画面へ移っても続きます。</p>`;
  }
  const problem = error === null ? html`` : html`<p class="demo-notice" role="alert">${error}</p>`;
  const [date = '', time = ''] = new Date(Date.parse(now) + 9 * HOUR).toISOString().split('T');
  return html`${problem}<p>時計は先へだけ進みます。進めると、毎日9時30分の催促など、その間に起きるはずのことが順に起きます。</p>
<form method="post" action="/demo/clock" class="demo-row">${STEPS.map(({ value, label }) => html`<button name="step" value="${value}">${label}</button>`)}</form>
<h2>日時を指定して進める</h2>
<form method="post" action="/demo/clock" class="demo-row">
<div><label for="date">日付（例 2026-12-01）</label><input id="date" name="date" inputmode="numeric" autocomplete="off" value="${date}"></div>
<div><label for="time">時刻（例 09:30）</label><input id="time" name="time" inputmode="numeric" autocomplete="off" value="${time.slice(0, 5)}"></div>
<button class="plain">この日時まで進める</button></form>`;
}

/** The instant (milliseconds) that a form asks for, or a sentence of what is wrong with it. */
export function instantOf(form: URLSearchParams, now: number): number | string {
  const step = STEPS.find(({ value }) => value === form.get('step'));
  if (step) return now + step.milliseconds;
  const date = (form.get('date') ?? '').normalize('NFKC').trim().replaceAll('/', '-');
  const time = (form.get('time') ?? '').normalize('NFKC').trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return '日付を「2026-12-01」のように入力してください。';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return '時刻を「09:30」のように入力してください。';
  const instant = Date.parse(`${date}T${time}:00+09:00`);
  if (Number.isNaN(instant) || new Date(instant + 9 * HOUR).toISOString().slice(0, 10) !== date)
    return '日付が正しくありません。カレンダーにある日付を入力してください。';
  return instant >= now ? instant : 'いまより後の日時を入力してください。時計は先へだけ進みます。';
}
