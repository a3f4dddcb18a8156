import type { VNode } from 'preact';
import type { Weights } from '#lib/core/matching/rank/scoring-rule.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';

/** 自院が重視すること: a slider for each criterion of the hospital's own direction; without a script the form's button re-ranks. */
export function WeightFields({ opened, weights }: { readonly opened: OpenList; readonly weights: Weights }): VNode {
  const { rule } = opened.ranking;
  return (
    <fieldset class="weights">
      <legend>{`自院が重視すること（0から${rule.maxWeight}）`}</legend>
      <div class="weights__grid">
        {rule.criteria
          .filter(({ direction }) => direction === opened.own)
          .map(({ id, label, help, weight }) => (
            <div key={id} class="weight">
              <label for={`w.${id}`}>{label}</label>
              <input
                type="range"
                id={`w.${id}`}
                name={`w.${id}`}
                min="0"
                max={rule.maxWeight}
                step="1"
                value={weights[id] ?? weight}
                data-published={weight}
                aria-describedby={`h.${id}`}
              />
              <output for={`w.${id}`}>{weights[id] ?? weight}</output>
              <span class="hint" id={`h.${id}`}>{`公表の重み ${weight}。${help}`}</span>
            </div>
          ))}
      </div>
      <p class="weights__top" id="weights-top" />
    </fieldset>
  );
}
