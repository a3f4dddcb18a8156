/** A control that posts a value under a name. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A name and a value as a form posts them; files are left out. */
export type Entry = [name: string, value: string];

export const isTick = (one: Element): one is HTMLInputElement =>
  one instanceof HTMLInputElement && /radio|checkbox/.test(one.type);

/** A form's controls, looked up by name without walking the form each time. */
export interface Fields {
  readonly all: () => Control[];
  readonly named: (name: string) => readonly Control[];
  /** The values typed or ticked under a name where they can be seen. */
  readonly typed: (name: string) => readonly string[];
  readonly entries: () => Entry[];
  /** Takes in the controls of a row just added. */
  readonly know: (part: Element) => void;
  /** Looks anew at the next question: controls are gone. */
  readonly forget: () => void;
}

/** Gives a form's fields. */
export function fieldsOf(form: HTMLFormElement): Fields {
  let byName: Map<string, Control[]> | undefined;
  const all = () => [...form.elements].filter((one): one is Control => 'value' in one && 'name' in one);
  const add = (found: Iterable<Control>) => {
    for (const one of found) {
      const same = byName?.get(one.name);
      if (same) same.push(one);
      else byName?.set(one.name, [one]);
    }
  };
  const named = (name: string): readonly Control[] => {
    if (!byName) {
      byName = new Map();
      add(all());
    }
    return byName.get(name) ?? [];
  };
  return {
    all,
    named,
    typed: (name) =>
      named(name)
        .filter((one) => !isTick(one) || one.checked)
        .filter((one) => !one.closest('[hidden]'))
        .map((one) => one.value),
    entries: () =>
      [...new FormData(form)].flatMap(([name, value]): Entry[] => (typeof value === 'string' ? [[name, value]] : [])),
    know: (part) => add(part.querySelectorAll<Control>('[name]')),
    forget: () => {
      byName = undefined;
    },
  };
}
