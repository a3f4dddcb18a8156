import type { Choice } from '../form.ts';
import type { Grid, GridRow, XlsFormNote } from './grid.ts';
import { type Languages, translated, worded } from './wording.ts';

/** The choices of a form by list name. */
export type ChoiceLists = ReadonlyMap<string, readonly Choice[]>;

/** Reads the choices sheet; `tell` hears of rows that cannot be taken. */
export function importChoices(
  grid: Grid | undefined,
  languages: Languages,
  duplicates: boolean,
  tell: (note: XlsFormNote) => void,
): ChoiceLists {
  const lists = new Map<string, Choice[]>();
  for (const row of grid?.rows ?? []) {
    const sheet = grid?.name ?? 'choices';
    const problem = (column: string, message: string): void => tell({ sheet, row: row.row, column, message });
    const { list_name: list, name: code } = row.cells;
    if (list === undefined) problem('list_name', '選択肢の list_name を入力してください。');
    else if (code === undefined) problem('name', '選択肢の name を入力してください。');
    else if (/\s/.test(code)) problem('name', `選択肢の name「${code}」から空白を取り除いてください。`);
    else {
      const known = lists.get(list) ?? [];
      if (known.some((each) => each.code === code)) {
        if (duplicates)
          problem(
            'name',
            `同じ name「${code}」の選択肢（allow_choice_duplicates）は使えません。別の name にしてください。`,
          );
        else problem('name', `同じ list_name の中で name「${code}」が重なっています。`);
      } else lists.set(list, [...known, choiceOf(row, code, languages)]);
      for (const media of ['media::image', 'media::audio', 'media::video'])
        if (row.cells[media] !== undefined) problem(media, '選択肢の画像・音声・動画は使えません。');
    }
  }
  return lists;
}

function choiceOf(row: GridRow, code: string, languages: Languages): Choice {
  const attributes = Object.entries(row.cells).filter(
    ([column]) => !/^(list_name|name|label|media)(::|$)/.test(column),
  );
  return {
    code,
    label: worded(row, 'label', languages) ?? code,
    ...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    ...translated(row, languages),
  };
}
