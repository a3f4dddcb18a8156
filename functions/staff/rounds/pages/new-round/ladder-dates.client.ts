import { dayOf } from '#lib/core/calendar/day.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { isPlannable, planLadder } from '#lib/core/rounds/planned-ladder.ts';

/** Shows beside each rung the day on which its reminder will go out, as soon as the due day can be read. */
const year = document.querySelector<HTMLInputElement>('#due');
const month = document.querySelector<HTMLInputElement>('#due-month');
const date = document.querySelector<HTMLInputElement>('#due-day');
const boxes = [...document.querySelectorAll<HTMLInputElement>('input[name="ladder"]')];

function dueDay(): string | undefined {
  const typed = [year, month, date].map((input) => input?.value.normalize('NFKC').trim() ?? '');
  const whole = typed.filter(Boolean);
  if (whole.length === 1) return parseDay(whole[0] ?? '');
  const day = parseDay(typed.map((part) => part.replace(/[年月日]$/, '')).join('-'));
  return day ?? dayOf(Number(typed[0]), Number(typed[1]), Number(typed[2]));
}

function hintOf(box: HTMLInputElement): HTMLElement {
  const id = `${box.id}-hint`;
  const known = document.getElementById(id);
  if (known) return known;
  const hint = document.createElement('span');
  hint.className = 'choice__hint';
  hint.id = id;
  box.parentElement?.append(hint);
  box.setAttribute('aria-describedby', id);
  return hint;
}

function show(): void {
  const due = dueDay();
  for (const box of boxes) {
    const [rung] =
      due === undefined || !isPlannable(due) ? [] : planLadder({ due, ladder: [{ offset: Number(box.value) }] });
    const moved = rung?.closedFor === undefined ? '' : `（${rung.closedFor}のため移動）`;
    hintOf(box).textContent = rung ? `${longDay(rung.day)}${moved}` : '';
  }
}

for (const input of [year, month, date]) input?.addEventListener('change', show);
