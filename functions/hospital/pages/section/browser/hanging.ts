import type { Condition } from '#lib/core/survey/form.ts';
import { holds } from '../conditions.ts';
import type { Fields } from './fields.ts';

/** What of a form is shown only under conditions. */
export interface Hanging {
  /** Shows and hides by what stands in the fields. */
  readonly follow: () => void;
  /** Takes in a part just added, and shows and hides in it. */
  readonly know: (part: Element) => void;
  /** Looks for it anew: parts are gone. */
  readonly find: () => void;
}

interface Hung {
  readonly box: HTMLElement;
  readonly when: Condition;
}

const hungIn = (part: Element): Hung[] =>
  [...part.querySelectorAll<HTMLElement>('[data-when]')].map((box) => ({
    box,
    when: JSON.parse(box.dataset.when ?? ''),
  }));

/** Gives what hangs on answers of this very page: the parts marked by `data-when`. */
export function hangingIn(form: HTMLFormElement, { typed }: Fields): Hanging {
  let hung = hungIn(form);
  const show = (some: readonly Hung[]) => {
    for (const { box, when } of some) {
      const hide = !holds(when, typed);
      if (box.hidden !== hide) box.hidden = hide;
    }
  };
  return {
    follow: () => show(hung),
    know(part) {
      const added = hungIn(part);
      hung.push(...added);
      show(added);
    },
    find() {
      hung = hungIn(form);
    },
  };
}
