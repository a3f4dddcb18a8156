import type { VNode } from 'preact';
import { addresses } from '#functions/studio/addresses.ts';
import type { Target } from '#lib/core/survey/compose/target.ts';
import { actValue, type Verb } from './part-act.ts';

export interface PartActsProps {
  readonly form: string;
  readonly target: Target;
  /** What the part is called, for those who do not see where the buttons stand. */
  readonly name: string;
  readonly fingerprint: string;
}

const words: readonly (readonly [Verb, string])[] = [
  ['up', '上へ'],
  ['down', '下へ'],
  ['duplicate', '複製'],
  ['delete', '削除'],
];

/** Characters of a name that are said with each button; a question may be as long as 500. */
const most = 60;

/** What can be done with one part of a form: links that open pages, buttons that act at once and can be taken back. */
export const PartActs = ({ form, target, name: whole, fingerprint }: PartActsProps): VNode => {
  const name = whole.length > most ? `${whole.slice(0, most - 1)}…` : whole;
  return (
    <div class="part__acts">
      <a href={addresses.part(form, target)} aria-label={`編集：${name}`}>
        編集
      </a>
      <a href={addresses.condition(form, target)} aria-label={`条件：${name}`}>
        条件
      </a>
      {words.map(([verb, label]) => (
        <button
          key={verb}
          class="button button--text"
          type="submit"
          name="act"
          value={actValue({ verb, target, fingerprint: verb === 'delete' ? fingerprint : '' })}
          aria-label={`${label}：${name}`}
        >
          {label}
        </button>
      ))}
    </div>
  );
};
