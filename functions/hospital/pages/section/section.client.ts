import { land } from '#functions/components/landing.client.ts';
import type { Condition } from '#lib/core/survey/form.ts';
import { holds } from './conditions.ts';

type Entry = [name: string, value: string];
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * How long nothing must have changed before it is saved: who fills in field after field causes one save, not one a field. The
 * browser keeps what was typed meanwhile, and a page that is left or hidden is saved at once.
 */
const restMs = 4000;

/** Saves as fields are left, keeps what could not be sent, follows conditions and adds rows; the page works without. */
function enhance(form: HTMLFormElement, state: HTMLElement): void {
  const key = `renkei:${form.dataset.key}`;
  const opened = snapshot();
  let dirty = false;
  let timer = 0;
  let keeping = 0;
  let sending: Promise<void> | undefined;
  let leaving = false;
  const gone = new AbortController();
  const { signal } = gone;
  /** Where the answers go when no file goes with them. */
  const plain = form.dataset.plain ?? form.action;

  function entries(): Entry[] {
    return [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  }
  function snapshot(): string {
    return JSON.stringify(entries().filter(([name]) => name !== 'csrf'));
  }
  const controls = () => [...form.elements].filter((one): one is Control => 'value' in one && 'name' in one);
  let byName: Map<string, Control[]> | undefined;
  const named = (name: string) => {
    if (!byName) {
      byName = new Map();
      know(controls());
    }
    return byName.get(name) ?? [];
  };
  const know = (found: Iterable<Control>) => {
    for (const one of found) {
      const same = byName?.get(one.name);
      if (same) same.push(one);
      else byName?.set(one.name, [one]);
    }
  };
  const hidden = (name: string) => named(name)[0];
  const say = (text: string) => {
    state.textContent = text;
  };

  function keep(): void {
    try {
      localStorage.setItem(key, snapshot());
    } catch {
      say('この端末に控えを残せません。こまめに保存してください。');
    }
  }

  function keepSoon(): void {
    dirty = true;
    clearTimeout(keeping);
    keeping = setTimeout(keep, 200);
  }

  function changed(): void {
    keepSoon();
    clearTimeout(timer);
    timer = setTimeout(send, restMs);
  }

  function send(): Promise<void> {
    sending ??= post().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function post(): Promise<void> {
    clearTimeout(timer);
    dirty = false;
    say('保存しています…');
    const body = new URLSearchParams([...entries(), [':act', 'auto']]);
    try {
      const answer = await fetch(plain, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body,
        keepalive: String(body).length < 60_000,
      });
      const type = answer.headers.get('content-type') ?? '';
      settle(type.includes('json') ? await answer.json() : { kind: 'failed' });
    } catch {
      later('通信できません。入力はこの端末に残してあり、つながると保存します。');
    }
  }

  function later(words: string): void {
    dirty = true;
    say(words);
    timer = setTimeout(send, 20_000);
  }

  /** A section with files goes whole to the function that keeps them when one is added or taken away; else only its answers go. */
  function sendsFiles(submitter: HTMLElement | null): boolean {
    if (form.enctype !== 'multipart/form-data') return false;
    const chosen = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')];
    const act = submitter instanceof HTMLButtonElement ? submitter.value : 'next';
    return !['next', 'stay'].includes(act) || chosen.some(({ files }) => (files?.length ?? 0) > 0);
  }

  /** By a button: the page that follows comes with the answer. What was typed is kept here until the answer has it. */
  async function leave(submitter: HTMLElement | null): Promise<void> {
    leaving = true;
    keep();
    say('保存しています…');
    const button: Entry[] = submitter instanceof HTMLButtonElement ? [[submitter.name, submitter.value]] : [];
    const landed = await land(plain, new URLSearchParams([...entries(), ...button]), (settled) => {
      if (settled) localStorage.removeItem(key);
      clearTimeout(timer);
      gone.abort();
    });
    if (landed) return;
    leaving = false;
    later('通信できません。入力はこの端末に残してあり、つながると保存します。');
  }

  function settle(answer: Answer): void {
    if (answer.kind === 'failed') {
      later('保存できませんでした。入力はこの端末に残してあり、もう一度試します。');
      return;
    }
    if (answer.kind !== 'saved') {
      dirty = true;
      say(refusals[answer.kind] ?? otherwise);
      return;
    }
    const [version, base] = [hidden(':version'), hidden(':base')];
    if (version) version.value = String(answer.version);
    if (base) base.value = answer.base;
    if (Object.keys(answer.taken).length > 0) {
      for (const [name, values] of Object.entries(answer.taken)) fill(name, values);
      follow();
    }
    if (!dirty && answer.problems === 0) localStorage.removeItem(key);
    const doubts = answer.problems > 0 ? `（読み取れない入力が${answer.problems}件あります）` : '';
    const news = Object.keys(answer.taken).length > 0 ? '　ほかの方の保存した回答を取り込みました' : '';
    say(`保存しました ${answer.at}${doubts}${news}`);
    if (answer.problems > 0) dirty = true;
    else if (dirty) timer = setTimeout(send, restMs);
  }

  function fill(name: string, values: readonly string[]): void {
    const files = form.querySelector(`[data-files="${CSS.escape(name)}"]`);
    if (files) {
      const kept = values.map((value) =>
        Object.assign(document.createElement('input'), { type: 'hidden', name, value }),
      );
      files.replaceChildren(...kept);
      return;
    }
    while (named(name).length === 0 && addRowFor(name));
    named(name).forEach((one, at) => {
      if (isTick(one)) one.checked = values.includes(one.value);
      else one.value = values[at] ?? '';
    });
  }

  let hanging: Hanging[] | undefined;
  function follow(some?: Hanging[]): void {
    hanging ??= conditionsIn(form);
    for (const { box, when } of some ?? hanging) {
      const hide = !holds(when, (question) =>
        named(question)
          .filter((one) => !isTick(one) || one.checked)
          .filter((one) => !one.closest('[hidden]'))
          .map((one) => one.value),
      );
      if (box.hidden !== hide) box.hidden = hide;
    }
  }

  function addRowFor(name: string): boolean {
    const table = form.querySelector<HTMLTableElement>(`table[data-rows="${CSS.escape(name.split('.')[0] ?? '')}"]`);
    return table !== null && addRow(table) !== undefined;
  }

  function addRow(table: HTMLTableElement): HTMLTableRowElement | undefined {
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const last = rows.at(-1);
    if (!last || rows.length >= Number(table.dataset.most)) return undefined;
    const id = table.dataset.rows;
    const number = (row: HTMLTableRowElement) => row.querySelector<Control>('[name]')?.name.split('.')[1] ?? '0';
    const next = Number(number(last)) + 1;
    const row = last.cloneNode(true) as HTMLTableRowElement;
    row.innerHTML = row.innerHTML
      .replaceAll(`${id}.${number(last)}.`, `${id}.${next}.`)
      .replaceAll(`${id}:${number(last)}"`, `${id}:${next}"`);
    last.after(row);
    know(row.querySelectorAll<Control>('[name]'));
    const added = conditionsIn(row);
    hanging?.push(...added);
    for (const one of row.querySelectorAll<Control>('input,select')) {
      one.value = '';
      one.removeAttribute('aria-invalid');
    }
    for (const problem of row.querySelectorAll('.field__problem')) problem.remove();
    renumber(table, rows.length);
    follow(added);
    return row;
  }

  function renumber(table: HTMLTableElement, from: number): void {
    [...(table.tBodies[0]?.rows ?? [])].forEach((row, at) => {
      if (at < from) return;
      const head = row.cells[0];
      if (head) head.textContent = (head.textContent ?? '').replace(/\d+\s*$/, String(at + 1));
      for (const one of row.querySelectorAll('[aria-label]')) {
        one.setAttribute('aria-label', (one.getAttribute('aria-label') ?? '').replace(/\d+(?=行目)/, String(at + 1)));
      }
    });
  }

  form.addEventListener('input', keepSoon);
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) {
      if (target.dataset.tidy !== undefined) target.value = tidy(target.value);
      if (target.type === 'checkbox' && target.checked) {
        const alone = target.dataset.alone !== undefined;
        for (const one of named(target.name)) {
          if (one !== target && one instanceof HTMLInputElement && (alone || one.dataset.alone !== undefined))
            one.checked = false;
        }
      }
    }
    follow();
    changed();
  });
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.isComposing || event.keyCode === 229) return;
    const fields = controls().filter((one) => one.type !== 'hidden' && one.tabIndex >= 0 && !one.closest('[hidden]'));
    fields[fields.indexOf(target) + 1]?.focus();
  });
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const [verb] = (button?.value ?? '').split(':');
    if (!button || (verb !== 'add' && verb !== 'remove')) return;
    const table = verb === 'add' ? button.closest('fieldset')?.querySelector('table') : button.closest('table');
    if (!table) return;
    if (verb === 'add') {
      const row = addRow(table);
      if (!row) return say('これ以上は追加できません。');
      // A focus makes a browser lay out the whole page there and then: first the row is shown.
      requestAnimationFrame(() => setTimeout(() => row.querySelector<Control>('input,select')?.focus()));
    } else {
      const row = button.closest('tr');
      if (!row || table.tBodies[0]?.rows.length === 1) return;
      (row.previousElementSibling ?? row.nextElementSibling)?.querySelector('button')?.focus();
      const from = row.sectionRowIndex;
      row.remove();
      byName = undefined;
      hanging = undefined;
      renumber(table, from);
      follow();
      changed();
    }
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    if (sending) {
      event.preventDefault();
      const { submitter } = event;
      void sending.then(() => form.requestSubmit(submitter));
      return;
    }
    clearTimeout(timer);
    clearTimeout(keeping);
    if (sendsFiles(event.submitter)) {
      leaving = true;
      localStorage.removeItem(key);
      return;
    }
    event.preventDefault();
    if (!leaving) void leave(event.submitter);
  });
  addEventListener('online', () => void (dirty && send()), { signal });
  addEventListener(
    'beforeunload',
    (event) => {
      if (dirty && !leaving) event.preventDefault();
    },
    { signal },
  );
  addEventListener(
    'pagehide',
    () => {
      if (dirty && !leaving) keep();
    },
    { signal },
  );
  addEventListener(
    'pageshow',
    () => {
      leaving = false;
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden' && dirty && !leaving) void send();
    },
    { signal },
  );

  const left: Entry[] = JSON.parse(localStorage.getItem(key) ?? '[]');
  if (left.length > 0 && JSON.stringify(left) !== opened) {
    const names = new Set([...controls().filter(isTick), ...left.map(([name]) => ({ name }))].map(({ name }) => name));
    for (const name of names) {
      if (name !== ':told')
        fill(
          name,
          left.filter(([each]) => each === name).map(([, value]) => value),
        );
    }
    void send();
  }
  follow();
}

/** What is shown only under a condition. */
interface Hanging {
  readonly box: HTMLElement;
  readonly when: Condition;
}

const conditionsIn = (part: HTMLElement): Hanging[] =>
  [...part.querySelectorAll<HTMLElement>('[data-when]')].map((box) => ({
    box,
    when: JSON.parse(box.dataset.when ?? ''),
  }));

const isTick = (one: Control): one is HTMLInputElement =>
  one instanceof HTMLInputElement && /radio|checkbox/.test(one.type);

interface Saved {
  readonly kind: 'saved';
  readonly at: string;
  readonly version: number;
  readonly base: string;
  readonly problems: number;
  readonly taken: Readonly<Record<string, readonly string[]>>;
}
type Answer = Saved | { readonly kind: 'failed' | 'conflict' | 'closed' | 'signed-out' | 'cross-site' | '' };

const refusals: Readonly<Record<string, string>> = {
  conflict: 'ほかの方が同じ設問を保存しました。「保存して次へ」を押すと、見比べて選べます。',
  closed: '提出済か締切後のため、保存できません。画面を開き直してください。',
  'too-large': '文章が長すぎて保存できません。短くしてください。',
  'signed-out': '一定時間が過ぎました。メールのリンクを開き直すと、この端末に残した入力を保存します。',
  'cross-site': '画面を開き直してください。この端末に残した入力を保存します。',
};

const otherwise = '保存できません。画面を開き直してください。入力はこの端末に残してあります。';

/** 全角 digits, letters and hyphens as 半角; names never come here. */
const tidy = (text: string): string =>
  text
    .replace(/[‐‑‒–—―−ーｰ－]/g, '-')
    .normalize('NFKC')
    .trim();

const form = document.querySelector<HTMLFormElement>('#section');
const state = document.querySelector<HTMLElement>('#save-state');
if (form && state) enhance(form, state);
