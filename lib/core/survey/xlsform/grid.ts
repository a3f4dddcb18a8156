import { cellText, type Sheet, type Workbook } from '../workbook.ts';

/** Something to say about a row of an XLSForm (rows count from 1, as Excel shows them). */
export interface XlsFormNote {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
  readonly message: string;
}

/** A row with its texts by column name; absent means empty. */
export interface GridRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A sheet of an XLSForm: its columns by their settled names, and its rows that hold something. */
export interface Grid {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

const ALIASES: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  read_only: 'readonly',
  'read only': 'readonly',
  'constraint message': 'constraint_message',
  'required message': 'required_message',
  constraining_message: 'constraint_message',
  'choice filter': 'choice_filter',
  calculate: 'calculation',
  caption: 'label',
  'list name': 'list_name',
  title: 'form_title',
  set_form_title: 'form_title',
  set_form_id: 'form_id',
  image: 'media::image',
  audio: 'media::audio',
  video: 'media::video',
  'bind::relevant': 'relevant',
  'bind::required': 'required',
  'bind::readonly': 'readonly',
  'bind::constraint': 'constraint',
  'bind::calculate': 'calculation',
  'bind::jr:constraintmsg': 'constraint_message',
  'control::appearance': 'appearance',
  'body::appearance': 'appearance',
};

/** Finds a sheet by name in any case, with its header row settled; undefined when there is none. */
export function gridOf(workbook: Workbook, name: string): Grid | undefined {
  const sheet = workbook.sheets.find((each) => each.name.trim().toLowerCase() === name);
  return sheet && grid(sheet, name);
}

function grid(sheet: Sheet, name: string): Grid {
  const columns = (sheet.rows[0] ?? []).map((cell) => settled(cellText(cell), name));
  const rows = sheet.rows.slice(1).flatMap((cells, at): readonly GridRow[] => {
    const filled = columns.flatMap((column, index) => {
      const text = cellText(cells[index]);
      return column === '' || text === '' ? [] : [[column, text] as const];
    });
    return filled.length === 0 ? [] : [{ row: at + 2, cells: Object.fromEntries(filled) }];
  });
  return { name: sheet.name, columns: columns.filter(Boolean), rows };
}

/** A header's settled name: case and spaces do not matter, language follows `::`; attributes of choices keep their case. */
function settled(header: string, sheet: string): string {
  const [base = '', ...rest] = header.split(/::?/);
  const plain = base.trim().toLowerCase();
  if (
    [
      'label',
      'hint',
      'constraint_message',
      'required_message',
      'guidance_hint',
      'constraint message',
      'required message',
    ].includes(plain) &&
    rest.length > 0
  ) {
    return `${plain.replace(' ', '_')}::${rest.join(':').trim()}`;
  }
  const lower = header.trim().toLowerCase();
  const known = ALIASES[lower] ?? lower;
  if (sheet === 'survey') return known;
  if (sheet === 'choices')
    return ['list_name', 'name', 'label', 'value', 'media::image', 'media::audio', 'media::video'].includes(known)
      ? known.replace(/^value$/, 'name')
      : header.trim();
  return known;
}
