import { land } from '#functions/components/landing.client.ts';
import type { Entry, Fields } from './fields.ts';

/**
 * How long nothing must have changed before it is saved: who fills in field after field causes one save, not one a field. The
 * browser keeps what was typed meanwhile, and a page that is left or hidden is saved at once.
 */
const restMs = 4000;

/** How long until it is tried again where a save did not arrive. */
const againMs = 20_000;

/** What has to be put into the fields: values by name. */
type Values = Readonly<Record<string, readonly string[]>>;

/** Where a section's answers are kept: at the server, and in this browser until the server has them. */
export interface Saving {
  readonly say: (words: string) => void;
  /** Something was typed: it is kept here at once. */
  readonly typed: () => void;
  /** A field was left: what was typed is saved after a rest. */
  readonly changed: () => void;
  /** What was typed in an earlier visit and never saved, to be put into the fields and saved. */
  readonly unsaved: () => readonly Entry[];
  readonly save: () => Promise<void>;
}

/** Saves a section as its fields are left, and when the page is; `take` puts into the fields what others saved meanwhile. */
export function savingOf(
  form: HTMLFormElement,
  state: HTMLElement,
  fields: Fields,
  take: (values: Values) => void,
): Saving {
  const key = `renkei:${form.dataset.key}`;
  /** Where the answers go when no file goes with them. */
  const plain = form.dataset.plain ?? form.action;
  const snapshot = () => JSON.stringify(fields.entries().filter(([name]) => name !== 'csrf'));
  const opened = snapshot();
  const gone = new AbortController();
  const { signal } = gone;
  let dirty = false;
  let timer = 0;
  let keeping = 0;
  let saving: Promise<void> | undefined;
  let leaving = false;

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

  function typed(): void {
    dirty = true;
    clearTimeout(keeping);
    keeping = setTimeout(keep, 200);
  }

  function changed(): void {
    typed();
    clearTimeout(timer);
    timer = setTimeout(save, restMs);
  }

  function save(): Promise<void> {
    saving ??= post().finally(() => {
      saving = undefined;
    });
    return saving;
  }

  async function post(): Promise<void> {
    clearTimeout(timer);
    dirty = false;
    say('保存しています…');
    const body = new URLSearchParams([...fields.entries(), [':act', 'auto']]);
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
    timer = setTimeout(save, againMs);
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
    const [version, base] = [':version', ':base'].map((name) => fields.named(name)[0]);
    if (version) version.value = String(answer.version);
    if (base) base.value = answer.base;
    const taken = Object.keys(answer.taken).length > 0;
    if (taken) take(answer.taken);
    if (!dirty && answer.problems === 0) localStorage.removeItem(key);
    const doubts = answer.problems > 0 ? `（読み取れない入力が${answer.problems}件あります）` : '';
    say(`保存しました ${answer.at}${doubts}${taken ? '　ほかの方の保存した回答を取り込みました' : ''}`);
    if (answer.problems > 0) dirty = true;
    else if (dirty) timer = setTimeout(save, restMs);
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
    const landed = await land(plain, new URLSearchParams([...fields.entries(), ...button]), (settled) => {
      if (settled) localStorage.removeItem(key);
      clearTimeout(timer);
      gone.abort();
    });
    if (landed) return;
    leaving = false;
    later('通信できません。入力はこの端末に残してあり、つながると保存します。');
  }

  form.addEventListener('submit', (event) => {
    if (saving) {
      event.preventDefault();
      const { submitter } = event;
      void saving.then(() => form.requestSubmit(submitter));
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
  const on = (target: EventTarget, event: string, act: (event: Event) => void) =>
    target.addEventListener(event, act, { signal });
  on(window, 'online', () => void (dirty && save()));
  on(window, 'beforeunload', (event) => {
    if (dirty && !leaving) event.preventDefault();
  });
  on(window, 'pagehide', () => {
    if (dirty && !leaving) keep();
  });
  on(window, 'pageshow', () => {
    leaving = false;
  });
  on(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden' && dirty && !leaving) void save();
  });

  return {
    say,
    typed,
    changed,
    save,
    unsaved() {
      const left: Entry[] = JSON.parse(localStorage.getItem(key) ?? '[]');
      return JSON.stringify(left) === opened ? [] : left;
    },
  };
}

interface Saved {
  readonly kind: 'saved';
  readonly at: string;
  readonly version: number;
  readonly base: string;
  readonly problems: number;
  readonly taken: Values;
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
