import type { Form } from '../form.ts';
import type { Ring } from '../rings.ts';
import { questionAt, sectionAt, type Target } from './target.ts';

/** Most parts of a ring that are named. */
const most = 8;

/** The parts of a ring by their words, each decided by the next: 「A」→「B」→「A」. */
export function ringText(form: Form, ring: Ring): string {
  const names = ring.map((target) => nameOf(form, target));
  const shown = names.length > most ? [...names.slice(0, most), `ほか${names.length - most}`] : names;
  return [...shown, ...names.slice(0, 1)].join('→');
}

function nameOf(form: Form, target: Target): string {
  if (target.kind === 'section') return `セクション「${short(sectionAt(form, target.id)?.title ?? target.id)}」`;
  const name = `「${short(questionAt(form, target)?.label ?? target.id)}」`;
  return target.kind === 'column' ? `列${name}` : name;
}

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words);
