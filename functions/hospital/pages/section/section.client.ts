import { type Control, fieldsOf, isTick } from './browser/fields.ts';
import { hangingIn } from './browser/hanging.ts';
import { rowsOf } from './browser/rows.ts';
import { savingOf } from './browser/saving.ts';

/** Saves as fields are left, keeps what could not be sent, follows conditions and adds rows; the page works without. */
function enhance(form: HTMLFormElement, state: HTMLElement): void {
  const fields = fieldsOf(form);
  const hanging = hangingIn(form, fields);
  const rows = rowsOf(form, fields, hanging);
  const saving = savingOf(form, state, fields, (values) => {
    for (const [name, each] of Object.entries(values)) fill(name, each);
    hanging.follow();
  });

  function fill(name: string, values: readonly string[]): void {
    const files = form.querySelector(`[data-files="${CSS.escape(name)}"]`);
    if (files) {
      const kept = values.map((value) =>
        Object.assign(document.createElement('input'), { type: 'hidden', name, value }),
      );
      files.replaceChildren(...kept);
      return;
    }
    while (fields.named(name).length === 0 && rows.addFor(name));
    fields.named(name).forEach((one, at) => {
      if (isTick(one)) one.checked = values.includes(one.value);
      else one.value = values[at] ?? '';
    });
  }

  form.addEventListener('input', saving.typed);
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) {
      if (target.dataset.tidy !== undefined) target.value = tidy(target.value);
      if (target.type === 'checkbox' && target.checked) {
        const alone = target.dataset.alone !== undefined;
        for (const one of fields.named(target.name)) {
          if (one !== target && one instanceof HTMLInputElement && (alone || one.dataset.alone !== undefined))
            one.checked = false;
        }
      }
    }
    hanging.follow();
    saving.changed();
  });
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.isComposing || event.keyCode === 229) return;
    const open = fields.all().filter((one) => one.type !== 'hidden' && one.tabIndex >= 0 && !one.closest('[hidden]'));
    open[open.indexOf(target) + 1]?.focus();
  });
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const [verb] = (button?.value ?? '').split(':');
    const table = button?.closest('fieldset')?.querySelector('table');
    if (!button || !table) return;
    if (verb === 'add') {
      event.preventDefault();
      const row = rows.add(table);
      if (!row) return saving.say('これ以上は追加できません。');
      // A focus makes a browser lay out the whole page there and then: first the row is shown.
      requestAnimationFrame(() => setTimeout(() => row.querySelector<Control>('input,select')?.focus()));
    }
    const row = button.closest('tr');
    if (verb === 'remove' && row) {
      const beside = row.previousElementSibling ?? row.nextElementSibling;
      if (!rows.remove(row)) return;
      event.preventDefault();
      beside?.querySelector('button')?.focus();
      hanging.follow();
      saving.changed();
    }
  });

  const left = saving.unsaved();
  if (left.length > 0) {
    const names = new Set(
      [...fields.all().filter(isTick), ...left.map(([name]) => ({ name }))].map(({ name }) => name),
    );
    for (const name of names) {
      if (name !== ':told')
        fill(
          name,
          left.filter(([each]) => each === name).map(([, value]) => value),
        );
    }
    void saving.save();
  }
  hanging.follow();
}

/** 全角 digits, letters and hyphens as 半角; names never come here. */
const tidy = (text: string): string =>
  text
    .replace(/[‐‑‒–—―−ーｰ－]/g, '-')
    .normalize('NFKC')
    .trim();

const form = document.querySelector<HTMLFormElement>('#section');
const state = document.querySelector<HTMLElement>('#save-state');
if (form && state) enhance(form, state);
