import type { VNode } from 'preact';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import type { Facet } from '#lib/usecases/facets.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import type { ListView } from './list-view.ts';
import type { NarrowedList } from './narrow-list.ts';
import { classSign, type Places } from './places.ts';

export interface FilterFieldsProps {
  readonly opened: OpenList;
  readonly view: ListView;
  readonly facets: readonly Facet[];
  readonly places: Places;
  readonly counts: NarrowedList['counts'];
  /** Address of the same list with the choices counted. */
  readonly counted: string;
}

/** 絞り込み: where the partner stands, and what it answered. */
export function FilterFields({ opened, view, facets, places, counts, counted }: FilterFieldsProps): VNode {
  const { partners } = opened.list;
  const prefectures = [...new Set(partners.map(({ prefecture }) => prefecture))].sort();
  const classes = new Set(partners.map((partner) => partner.class));
  const offered = opened.edition.places.classes.filter(([number]) => classes.has(number));
  const withCount = (filter: string, code: string, label: string) => {
    const row = counts.get(filter);
    return row ? `${label}（${row.get(code) ?? 0}）` : label;
  };
  return (
    <fieldset class="filters">
      <legend>絞り込み</legend>
      <div class="filters__grid">
        <SelectField
          id="prefecture"
          label="都道府県"
          none="指定しない"
          value={view.prefecture}
          options={prefectures.map((code) => ({
            value: code,
            label: withCount('prefecture', code, places.prefecture(code)),
          }))}
        />
        {offered.length > 1 && (
          <SelectField
            id="class"
            label="区分"
            none="指定しない"
            value={view.class}
            options={offered.map(([number, label]) => ({
              value: String(number),
              label: withCount(
                'class',
                String(number),
                label.includes(classSign(number)) ? label : `${classSign(number)} ${label}`,
              ),
            }))}
          />
        )}
        {facets.map(({ id, label, choices }) => (
          <SelectField
            key={id}
            id={`q.${id}`}
            label={label}
            none="指定しない"
            value={view.chosen.get(id) ?? ''}
            options={choices.map(({ code, label: text }) => ({ value: code, label: withCount(`q.${id}`, code, text) }))}
          />
        ))}
      </div>
      {opened.side === 'source' && (
        <Tick
          id="open"
          value="yes"
          label={withCount('open', 'yes', '相談を受け付けている病院だけを見る')}
          checked={view.open}
        />
      )}
      <p class="hint">
        （ ）の中は、ほかの条件をそのままにして、それを選んだときの病院の数です。
        {counts.has(`q.${facets[0]?.id}`) || facets.length === 0 ? null : (
          <a href={counted}>回答の項目にも数を表示する</a>
        )}
      </p>
      {view.counts && <input type="hidden" name="counts" value="yes" />}
    </fieldset>
  );
}
