import type { Translation, Translations } from '../form.ts';
import type { Grid, GridRow } from './grid.ts';

/** The language of labels without a language, and those that stand beside it. */
export interface Languages {
  readonly main: string | undefined;
  readonly others: readonly string[];
}

/** Which language a form speaks: the default of its settings, plain labels, Japanese, or the first that occurs. */
export function languagesOf(grids: readonly Grid[], wished: string | undefined): Languages {
  const found = [
    ...new Set(
      grids
        .flatMap(({ columns }) => columns)
        .flatMap((column) => (/^(label|hint)::/.test(column) ? [column.slice(column.indexOf('::') + 2)] : [])),
    ),
  ];
  const plain = grids.some(({ columns }) => columns.includes('label'));
  const japanese = found.find((language) => /日本語|\(ja\)|^ja$|japanese/i.test(language));
  const main = found.find((language) => language === wished) ?? (plain ? wished : (japanese ?? found[0]));
  return { main, others: found.filter((language) => language !== main) };
}

/** The text of a column in the form's own language: the column of that language, else the plain one. */
export function worded({ cells }: GridRow, column: string, { main }: Languages): string | undefined {
  const own = main === undefined ? undefined : cells[`${column}::${main}`];
  return own ?? cells[column];
}

/** The texts of a row in the other languages, or nothing where it has none. */
export function translated({ cells }: GridRow, { others }: Languages): { readonly translations?: Translations } {
  const found = others.flatMap((language): readonly (readonly [string, Translation])[] => {
    const [label, help, message] = ['label', 'hint', 'constraint_message'].map(
      (column) => cells[`${column}::${language}`],
    );
    const translation = {
      ...(label === undefined ? {} : { label }),
      ...(help === undefined ? {} : { help }),
      ...(message === undefined ? {} : { message }),
    };
    return Object.keys(translation).length === 0 ? [] : [[language, translation]];
  });
  return found.length === 0 ? {} : { translations: Object.fromEntries(found) };
}
