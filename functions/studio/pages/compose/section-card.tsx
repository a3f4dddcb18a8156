import type { VNode } from 'preact';
import { addresses, anchorOf } from '#functions/studio/addresses.ts';
import { When, Words } from '#functions/studio/components/question-words.tsx';
import type { Target } from '#lib/core/survey/compose/target.ts';
import type { Form, Question, Section } from '#lib/core/survey/form.ts';
import { PartActs } from './part-acts.tsx';

export interface SectionCardProps {
  readonly form: Form;
  readonly section: Section;
  /** From 1. */
  readonly number: number;
  readonly fingerprint: (target: Target) => string;
}

/** One section with its questions in order, and what can be done with each. */
export function SectionCard({ form, section, number, fingerprint }: SectionCardProps): VNode {
  const target: Target = { kind: 'section', id: section.id };
  return (
    <section class="card part" id={anchorOf(target)} aria-label={section.title}>
      <h2>{`${number}　${section.title}`}</h2>
      <p class="hint">{`${section.questions.length}問・約${section.minutes}分`}</p>
      <When form={form} when={section.when} />
      <PartActs form={form.id} target={target} name={section.title} fingerprint={fingerprint(target)} />
      {section.questions.length > 0 && (
        <ol class="parts">
          {section.questions.map((question) => (
            <QuestionLine key={question.id} form={form} question={question} fingerprint={fingerprint} />
          ))}
        </ol>
      )}
      <p>
        <a class="button button--secondary" href={addresses.add(form.id, target)}>
          質問を追加する<span class="visually-hidden">{`：${section.title}`}</span>
        </a>
      </p>
    </section>
  );
}

type QuestionLineProps = Pick<SectionCardProps, 'form' | 'fingerprint'> & { readonly question: Question };

function QuestionLine({ form, question, fingerprint }: QuestionLineProps): VNode {
  const target: Target = { kind: 'question', id: question.id };
  return (
    <li id={anchorOf(target)} class="part">
      <Words question={question} />
      <When form={form} when={question.when} />
      <PartActs form={form.id} target={target} name={question.label} fingerprint={fingerprint(target)} />
      {question.kind === 'table' && (
        <>
          <ol class="parts">
            {question.columns.map((column) => {
              const place: Target = { kind: 'column', table: question.id, id: column.id };
              return (
                <li key={column.id} id={anchorOf(place)} class="part">
                  <Words question={column} />
                  <When form={form} when={column.when} />
                  <PartActs form={form.id} target={place} name={column.label} fingerprint={fingerprint(place)} />
                </li>
              );
            })}
          </ol>
          <p>
            <a class="button button--secondary" href={addresses.add(form.id, target)}>
              列を追加する<span class="visually-hidden">{`：${question.label}`}</span>
            </a>
          </p>
        </>
      )}
    </li>
  );
}
