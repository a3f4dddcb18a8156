import { type Cell, columnName } from '#lib/core/survey/workbook.ts';

/** Looks that a cell may have; they never carry meaning. */
export const LOOKS = ['plain', 'header', 'wrapped', 'answer', 'faint'] as const;

export type Look = (typeof LOOKS)[number];

/** Most UTF-16 units that a cell of Excel can hold. */
export const MAX_CELL = 32_767;

const NEEDS_CARE = /[&<>"\p{Cc}\uFFFE\uFFFF\uD800-\uDFFF]|_x[0-9A-Fa-f]{4}_/u;

/** Text for XML and Excel: what XML cannot hold is dropped, what Excel would read as an escape is escaped. */
export function escapeText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/(?![\n\t])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** One row of a sheet, so many points high where that is said; text is always inline text and never a formula. Throws RangeError on a text that no cell can hold. */
export function rowXml(cells: readonly Cell[], row: number, looks: readonly Look[], height?: number): string {
  const styles = looks.map(styleOf);
  const rest = styles.at(-1) ?? '';
  let xml = `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    const style = styles[at] ?? rest;
    const head = `<c r="${columns(at)}${row}"${style}`;
    if (typeof cell === 'number' && Number.isFinite(cell)) xml += `${head}><v>${cell}</v></c>`;
    else if (typeof cell === 'boolean') xml += `${head} t="b"><v>${cell ? 1 : 0}</v></c>`;
    else if (typeof cell === 'string' && cell !== '') {
      if (cell.length > MAX_CELL) throw new RangeError(`a cell holds at most ${MAX_CELL} characters`);
      xml += `${head} t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`;
    } else if (style !== '') xml += `${head}/>`;
  }
  return `${xml}</row>`;
}

/** The attribute of a look; the plain one has none. */
function styleOf(look: Look): string {
  const at = LOOKS.indexOf(look);
  return at > 0 ? ` s="${at}"` : '';
}

const names: string[] = [];

function columns(at: number): string {
  for (let next = names.length; next <= at; next += 1) names.push(columnName(next));
  return names[at] ?? '';
}

/** xl/styles.xml: one cell format for each look, in the order of LOOKS. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="Yu Gothic"/></font><font><b/><sz val="11"/><name val="Yu Gothic"/></font><font><sz val="9"/><color rgb="FF595959"/><name val="Yu Gothic"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F1FE"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFCE5"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const ROOT_RELS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** [Content_Types].xml for a number of sheets. */
export function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = numbered(
    sheets,
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`;
}

/** xl/workbook.xml for the names of its sheets; the first row of those that are headed stands on every printed page. */
export function workbookXml(names: readonly string[], headed: readonly boolean[]): string {
  const sheets = names
    .map((name, at) => `<sheet name="${escapeText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  const titles = names.flatMap((name, at) => {
    const range = `'${escapeText(name).replaceAll("'", "''")}'!$1:$1`;
    return headed[at] ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${range}</definedName>`] : [];
  });
  const defined = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets}</sheets>${defined}</workbook>`;
}

/** xl/_rels/workbook.xml.rels for a number of sheets. */
export function workbookRels(sheets: number): string {
  const parts = numbered(
    sheets,
    (n) => `<Relationship Id="rId${n}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts}<Relationship Id="rId${sheets + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`;
}

const numbered = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at + 1)).join('');

/** Widest sheet, in characters, that is still read when it is printed as wide as a page of A4. */
const printable = 260;

/** Whether a sheet is printed as wide as the page; a wider one, or one whose widths are not all said, goes over several. */
const fitsPage = (widths: readonly number[]): boolean =>
  widths.length > 0 && widths.reduce((sum, one) => sum + one, 0) <= printable;

/** What stands before the rows of a sheet, in the order that Excel insists on: sheetPr, sheetViews, sheetFormatPr, cols, sheetData. */
export function sheetHead(widths: readonly number[], frozen: boolean): string {
  const view = frozen
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const cols = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  return `${HEAD}<worksheet xmlns="${MAIN}">${fitsPage(widths) ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}${view}<sheetFormatPr defaultRowHeight="18"/>${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>`;
}

/** A list to choose from in a cell, by reference to a range of another sheet; a hint only, other text can be typed. */
export interface CellList {
  readonly cell: string;
  readonly range: string;
}

/** What stands after the rows of a sheet: dataValidations, then pageMargins and pageSetup (A4 across, as wide as the page where it fits). */
export function sheetTail(lists: readonly CellList[], widths: readonly number[]): string {
  const rules = lists.map(
    ({ cell, range }) =>
      `<dataValidation type="list" allowBlank="1" sqref="${cell}"><formula1>${escapeText(range)}</formula1></dataValidation>`,
  );
  const validations =
    rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return `</sheetData>${validations}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"${fitsPage(widths) ? ' fitToWidth="1" fitToHeight="0"' : ''}/></worksheet>`;
}
