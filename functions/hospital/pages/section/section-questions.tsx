import type { VNode } from 'preact';
import { conditionOnPage, conditionWords, looksAt } from '#functions/components/questions/condition-words.ts';
import { QuestionField } from '#functions/components/questions/question-field.tsx';
import { answerTo, otherId, sameValue } from '#lib/core/survey/answer.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Question, Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { within } from '#lib/usecases/progress.ts';
import type { SectionPageProps } from './section-page.tsx';

export interface SectionQuestionsProps extends Pick<SectionPageProps, 'view' | 'section' | 'posted' | 'rows'> {
  readonly messages: ReadonlyMap<string, string>;
}

/** A section's questions. Those that hang on answers of this very page are all drawn; the page's script hides what does not apply. */
export function SectionQuestions({ view, section, posted, rows = {}, messages }: SectionQuestionsProps): VNode {
  const { form, progress, previous, today } = view;
  const { values } = progress;
  const own = within(section, values);
  const onPage = { section, values, today };
  const reached = reach(form.sections, values, today);
  const drawn = section.questions.filter(
    (question) => looksAt(section, question.when) || hangsOnExpression(question) || reached.question(question.id),
  );
  return (
    <>
      {drawn.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          posted={posted}
          problems={messages}
          rows={rows[question.id]}
          onPage={onPage}
          when={
            looksAt(section, question.when) && question.when
              ? JSON.stringify(conditionOnPage(onPage, question.when))
              : undefined
          }
          files={{ address: view.addresses.file, attach: view.actor.kind === 'hospital' }}
          choices={question.kind === 'choice' || question.kind === 'choices' ? reached.choices(question) : undefined}
          calculated={question.kind === 'calculate' ? reached.calculated(question.id) : undefined}
          aside={
            <Aside
              question={question}
              words={conditionWords(section.questions, question.when)}
              values={own}
              previous={previous?.values}
            />
          }
        />
      ))}
    </>
  );
}

const hangsOnExpression = ({ when }: Question): boolean => when !== undefined && 'expression' in when;

interface AsideProps {
  readonly question: Question;
  readonly words: string | undefined;
  readonly values: Values;
  readonly previous: Values | undefined;
}

/** Longest last answer that is shown at once; more is shown on request. */
const longest = 60;

function Aside({ question, words, values, previous }: AsideProps): VNode | null {
  const before = previous && answerTo(previous, question.id);
  const asked = question.kind !== 'note' && question.kind !== 'calculate';
  const text =
    asked && before !== undefined ? display(question, before, answerTo(previous ?? {}, otherId(question.id))) : '';
  if (!words && text === '') return null;
  const same = sameValue(before, answerTo(values, question.id));
  return (
    <div class="field__previous">
      {words && <p class="hint">{`（${words}にお答えください）`}</p>}
      {text !== '' && <Before text={text} same={same} />}
    </div>
  );
}

function Before({ text, same }: { text: string; same: boolean }): VNode {
  if (same) return <span class="hint">前回と同じ内容です</span>;
  if (text.length <= longest && !text.includes('\n')) return <span>{`前回：${text}`}</span>;
  return (
    <details>
      <summary>前回の回答を見る</summary>
      <p class="lines">{text}</p>
    </details>
  );
}
