import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { type Carrying, dropped, type OldChoice } from '#lib/core/survey/compose/carrying.ts';
import { askedIn } from '#lib/core/survey/compose/form-changes.ts';
import type { LossCount } from '#lib/usecases/forms/count-losses.ts';
import type { PublicationView } from './load-publication.ts';
import { publishFields, type TypedPublication } from './publish-fields.ts';

export interface CarryingPartProps {
  readonly view: PublicationView;
  readonly typed: TypedPublication;
  readonly carrying: Carrying;
  readonly counted: LossCount | undefined;
  /** Messages by field. */
  readonly said: ReadonlyMap<string, string>;
}

/** How answers to the version before reach this one: taken over by the same question, by another, or asked anew; and what of them is lost. */
export function CarryingPart({ view, typed, carrying, counted, said }: CarryingPartProps): VNode {
  const { form, changes, next } = view;
  const added = changes.added.filter(({ kind }) => changes.removed.some((old) => old.kind === kind));
  const fresh = new Set(changes.added.map(({ id }) => id));
  const kept = askedIn(form).filter(({ id }) => !fresh.has(id));
  return (
    <>
      <h2>前の回答の引継ぎ</h2>
      <p>{`第${next - 1}版に回答した病院には、同じ質問の回答を入れておき、確かめてもらいます。`}</p>
      {added.map((question) => (
        <SelectField
          key={question.id}
          id={`${publishFields.from}${question.id}`}
          label={`新しい質問「${question.label}」に入れておく、なくなった質問の回答`}
          value={typed.from[question.id]}
          none="入れない"
          options={changes.removed
            .filter(({ kind }) => kind === question.kind)
            .map(({ id, label }) => ({ value: id, label }))}
        />
      ))}
      {carrying.choices.map((choice) => (
        <OldChoiceField key={choice.field} choice={choice} said={said} />
      ))}
      {kept.length > 0 && (
        <details open={typed.anew.length > 0}>
          <summary>前の回答を入れずに、新しく聞く質問を選ぶ</summary>
          <ChoiceField
            id="anew"
            label="新しく聞く質問"
            many
            help="日付や人数のように、毎回新しく答えてもらいたい質問を選びます。"
            chosen={typed.anew}
            options={kept.map(({ id, label }) => ({ value: id, label }))}
          />
        </details>
      )}
      <h3 id={publishFields.seen}>引き継がれない回答</h3>
      {carrying.losses.length === 0 ? (
        <p>ありません。</p>
      ) : (
        <>
          <p>次の回答は、次の版の画面には入りません。前の版の回答としては残ります。</p>
          {counted && <p>{countWords(counted)}</p>}
          <ul>
            {carrying.losses.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p class="buttons">
        <Button name="act" value="check">
          引継ぎを確かめる
        </Button>
      </p>
    </>
  );
}

function countWords({ lost, read, answered }: LossCount): string {
  if (answered === 0) return 'この調査票への回答は、まだ提出されていません。';
  const of =
    read < answered ? `${answered}病院が提出した回答のうち${read}病院分を数えると` : `提出した${read}病院のうち`;
  return lost === 0
    ? `${of}、引き継がれないところがある最新の回答はありません。`
    : `${of}、${lost}病院の最新の回答に、引き継がれないところがあります。`;
}

function OldChoiceField({ choice, said }: { choice: OldChoice; said: CarryingPartProps['said'] }): VNode {
  const id = `${publishFields.code}${choice.field}`;
  return (
    <SelectField
      id={id}
      label={`「${choice.question}」で、前の版の「${choice.label}」を選んだ回答`}
      required
      value={choice.becomes}
      none="選んでください"
      options={[
        ...choice.choices.map(({ code, label }) => ({ value: `=${code}`, label: `「${label}」にする` })),
        { value: dropped, label: '引き継がない' },
      ]}
      problem={said.get(id)}
    />
  );
}
