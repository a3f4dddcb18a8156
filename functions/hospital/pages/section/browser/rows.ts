import type { Control, Fields } from './fields.ts';
import type { Hanging } from './hanging.ts';

/** Rows of a form's tables, which the server adds and takes away where there is no script. */
export interface Rows {
  /** A row more after the last one, empty; none where the table is full. */
  readonly add: (table: HTMLTableElement) => HTMLTableRowElement | undefined;
  /** A row more in the table to which a field belongs, such as `periods.3.from`. */
  readonly addFor: (field: string) => boolean;
  /** Takes a row away; false where it is the only one. */
  readonly remove: (row: HTMLTableRowElement) => boolean;
}

/** Gives the rows of a form, which tell its fields and conditions what comes and goes. */
export function rowsOf(form: HTMLFormElement, fields: Fields, hanging: Hanging): Rows {
  function add(table: HTMLTableElement): HTMLTableRowElement | undefined {
    const rows = rowsIn(table);
    const last = rows.at(-1);
    if (!last || rows.length >= Number(table.dataset.most)) return undefined;
    const id = table.dataset.rows;
    const before = numberOf(last);
    const next = Number(before) + 1;
    const row = last.cloneNode(true) as HTMLTableRowElement;
    row.innerHTML = row.innerHTML
      .replaceAll(`${id}.${before}.`, `${id}.${next}.`)
      .replaceAll(`${id}:${before}"`, `${id}:${next}"`);
    for (const one of row.querySelectorAll<Control>('input,select')) {
      one.value = '';
      one.removeAttribute('aria-invalid');
    }
    for (const problem of row.querySelectorAll('.field__problem')) problem.remove();
    last.after(row);
    renumber(table, rows.length);
    fields.know(row);
    hanging.know(row);
    return row;
  }
  return {
    add,
    addFor(field) {
      const table = form.querySelector<HTMLTableElement>(`[data-rows="${CSS.escape(field.split('.')[0] ?? '')}"]`);
      return table !== null && add(table) !== undefined;
    },
    remove(row) {
      const table = row.closest('table');
      if (!table || rowsIn(table).length === 1) return false;
      const from = row.sectionRowIndex;
      row.remove();
      fields.forget();
      hanging.find();
      renumber(table, from);
      return true;
    },
  };
}

const rowsIn = (table: HTMLTableElement): readonly HTMLTableRowElement[] => [...(table.tBodies[0]?.rows ?? [])];

const numberOf = (row: HTMLTableRowElement): string => row.querySelector<Control>('[name]')?.name.split('.')[1] ?? '0';

/** Says their places anew to those who see the rows and to those who hear them. */
function renumber(table: HTMLTableElement, from: number): void {
  rowsIn(table).forEach((row, at) => {
    if (at < from) return;
    const head = row.cells[0];
    if (head) head.textContent = (head.textContent ?? '').replace(/\d+\s*$/, String(at + 1));
    for (const one of row.querySelectorAll('[aria-label]')) {
      one.setAttribute('aria-label', (one.getAttribute('aria-label') ?? '').replace(/\d+(?=行目)/, String(at + 1)));
    }
  });
}
