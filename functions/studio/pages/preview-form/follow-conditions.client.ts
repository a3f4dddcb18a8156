import { holds } from '#functions/hospital/pages/section/conditions.ts';
import type { Condition } from '#lib/core/survey/form.ts';

/** Shows and hides the questions of a preview as the answers on the page decide. */
const form = document.querySelector<HTMLFormElement>('#preview');

const isTick = (one: Element): one is HTMLInputElement =>
  one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio');

const typed = (name: string): readonly string[] =>
  [...(form?.elements ?? [])]
    .filter((one): one is HTMLInputElement => 'name' in one && one.name === name && 'value' in one)
    .filter((one) => !isTick(one) || one.checked)
    .filter((one) => !one.closest('[hidden]'))
    .map((one) => one.value);

function follow(): void {
  for (const box of form?.querySelectorAll<HTMLElement>('[data-when]') ?? []) {
    const when: Condition = JSON.parse(box.dataset.when ?? '');
    box.hidden = !holds(when, typed);
  }
}

form?.addEventListener('input', follow);
follow();
