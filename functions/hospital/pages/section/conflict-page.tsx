import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { typedOf } from '#functions/components/questions/typed.ts';
import { timeOfInstant } from '#lib/core/calendar/day.ts';
import type { Draft } from '#lib/core/rounds/answer.ts';
import { answerTo, otherId } from '#lib/core/survey/answer.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Question, Section, Values } from '#lib/core/survey/form.ts';
import { SurveyLayout } from '../../components/survey-layout.tsx';
import type { SurveyView } from '../../components/survey-view.ts';
import { pageFields } from './section-fields.ts';
import { sendingOf } from './sending-of.ts';

export interface ConflictPageProps {
  readonly view: SurveyView;
  readonly section: Section;
  readonly theirs: Pick<Draft, 'version' | 'savedAt' | 'savedBy'>;
  /** The answers that are stored, and their fingerprints. */
  readonly stored: Values;
  readonly base: readonly string[];
  readonly mine: Values;
  /** Ids of the questions to decide. */
  readonly questions: readonly string[];
  readonly undecided?: boolean;
}

/** Two people changed the same answers: both are shown, and a person decides. */
export function ConflictPage({
  view,
  section,
  theirs,
  stored,
  base,
  mine,
  questions,
  undecided,
}: ConflictPageProps): VNode {
  const disputed = section.questions.filter(({ id }) => questions.includes(id));
  const who = theirs.savedBy === '' ? '院内のほかの方' : `${theirs.savedBy}さん`;
  const hidden = Object.entries(typedOf(section.questions, mine)).flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  );
  const problems = undecided
    ? disputed.map(({ id, label }) => ({
        field: `${pageFields.keep}${id}`,
        message: `「${label}」は、残す回答を選んでください。`,
      }))
    : [];
  return (
    <SurveyLayout view={view} title={`${section.title}：回答を選ぶ`} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>どちらの回答を残すか選んでください</h1>
      <NotificationBanner
        tone="warning"
        title={`入力中に、${who}が同じ設問を保存しました（${timeOfInstant(theirs.savedAt)}）。`}
      >
        <p>どちらの回答も失われていません。設問ごとに選んで保存してください。ほかの設問は、そのまま保存されます。</p>
      </NotificationBanner>
      <form method="post" {...sendingOf(view, section)} novalidate>
        <HiddenFields
          fields={{
            csrf: view.csrf,
            [pageFields.version]: theirs.version,
            [pageFields.base]: base.join(','),
            [pageFields.disputed]: questions.join(','),
          }}
        />
        {hidden.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {disputed.map((question) => (
          <ChoiceField
            key={question.id}
            id={`${pageFields.keep}${question.id}`}
            label={question.label}
            required
            problem={problems.find(({ field }) => field === `${pageFields.keep}${question.id}`)?.message}
            chosen={[]}
            options={[
              { value: 'mine', label: 'あなたの入力', hint: shown(question, mine) },
              { value: 'theirs', label: `${who}の保存した回答`, hint: shown(question, stored) },
              ...(question.kind === 'long-text' ? [{ value: 'both', label: '両方をつなげる' }] : []),
              ...(question.kind === 'file' ? [{ value: 'both', label: '両方を残す' }] : []),
            ]}
          />
        ))}
        <div class="buttons">
          <Button kind="primary" name={pageFields.act} value="resolve">
            選んだ回答を保存する
          </Button>
        </div>
      </form>
    </SurveyLayout>
  );
}

const shown = (question: Question, values: Values): string =>
  display(question, answerTo(values, question.id), answerTo(values, otherId(question.id)));
