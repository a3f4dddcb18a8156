import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { heardWords } from '#functions/components/heard-words.ts';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Section } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';
import { SurveyLayout } from '../../components/survey-layout.tsx';
import type { SurveyView } from '../../components/survey-view.ts';
import { whoIsThere, whoSaved } from '../../components/who-saved.ts';
import { pageFields } from './section-fields.ts';
import { SectionQuestions } from './section-questions.tsx';
import { sendingOf } from './sending-of.ts';

export interface SectionPageProps {
  readonly view: SurveyView;
  readonly section: Section;
  readonly posted: Posted;
  readonly version: number;
  readonly base: readonly string[];
  readonly problems?: readonly FieldProblem[];
  /** Saved, but required and empty: may be left so for now. */
  readonly missing?: readonly FieldProblem[];
  /** Saved, but unlikely: confirmed when submitting. */
  readonly unlikely?: readonly FieldProblem[];
  /** Rows to draw at least, by table. */
  readonly rows?: Readonly<Record<string, number>>;
  /** ISO instant. */
  readonly now: string;
}

/** From so many questions on, a browser lays out only what is near the window. */
const manyFields = 80;

/** One section to fill in, with last time's answers beside. */
export function SectionPage(props: SectionPageProps): VNode {
  const { view, section, problems = [], missing = [], unlikely = [], version, base, now } = props;
  const { round, form, file, today, previous, actor, csrf } = view;
  const told = [...missing, ...unlikely];
  const draft = file.drafts.get(section.id);
  const returned = file.answer.state === 'returned' && file.answer.returned?.sections.includes(section.id);
  const prefilled = view.progress.sections.find((one) => one.section === section)?.prefilled;
  const there = whoIsThere(draft, actor.kind === 'hospital' ? actor.name : '', now);
  const key = [round.id, file.answer.organisation, section.id].join(':');
  return (
    <SurveyLayout
      view={view}
      title={section.title}
      invalid={problems.length > 0}
      scripts={section.questions.some(({ kind }) => kind === 'file') ? ['section', 'files'] : ['section']}
    >
      <Breadcrumb places={[{ label: '回答する項目', href: view.addresses.survey }, { label: section.title }]} />
      <ErrorSummary problems={problems} />
      <h1>{section.title}</h1>
      <p class="section-bar">
        <span>{`${form.sections.indexOf(section) + 1} / ${form.sections.length}項目　約${section.minutes}分`}</span>
        <span id="save-state" role="status">
          {draft ? `保存しました ${whoSaved(draft, today)}` : ''}
        </span>
      </p>
      {section.lead && <p class="lines">{section.lead}</p>}
      {returned && (
        <NotificationBanner tone="error" title="この項目に、修正のお願いがあります。">
          <p class="lines">{file.answer.returned?.reason}</p>
        </NotificationBanner>
      )}
      {draft?.heardBy !== undefined && (
        <NotificationBanner title={heardWords(draft.heardBy)}>
          <p>お電話でうかがった内容です。違うところがあれば直し、「保存して次へ」を押してください。</p>
        </NotificationBanner>
      )}
      {there && <NotificationBanner title={`${there}　別の設問であれば、同時に入力できます。`} />}
      {told.length > 0 && <Told told={told} next={nextAddress(view, section)} />}
      <form
        id="section"
        method="post"
        {...sendingOf(view, section)}
        novalidate
        data-key={key}
        class={section.questions.length > manyFields ? 'many-fields' : undefined}
      >
        <HiddenFields
          fields={{
            csrf,
            [pageFields.version]: version,
            [pageFields.base]: base.join(','),
            [pageFields.told]: told.map(({ field }) => field).join(','),
          }}
        />
        <button
          class="visually-hidden"
          type="submit"
          name={pageFields.act}
          value="next"
          tabIndex={-1}
          aria-hidden="true"
        >
          保存して次へ
        </button>
        {prefilled && previous && (
          <NotificationBanner
            title={`前回（${longDay(dayOfInstant(previous.submittedAt))}提出）の回答が入っています。`}
          >
            <p>
              内容を確かめ、変わりがなければ「前回と同じ」を押してください。変わったところは、直して保存してください。
            </p>
            <Button name={pageFields.act} value="next">
              前回と同じ
            </Button>
          </NotificationBanner>
        )}
        <SectionQuestions {...props} messages={messagesByField([...problems, ...missing])} />
        <div class="buttons">
          <Button kind="primary" name={pageFields.act} value="next">
            保存して次へ
          </Button>
          <Button name={pageFields.act} value="stay">
            保存して一覧に戻る
          </Button>
        </div>
      </form>
    </SurveyLayout>
  );
}

const Told = ({ told, next }: { told: readonly FieldProblem[]; next: string }): VNode => (
  <NotificationBanner tone="warning" title="保存しました。次のところを確かめてください。" live>
    <ul>
      {told.map(({ field, message }) => (
        <li key={field}>
          <a href={`#${field}`}>{message}</a>
        </li>
      ))}
    </ul>
    <p>
      あとで入力することもできます。<a href={next}>このまま次の項目へ進む</a>
    </p>
  </NotificationBanner>
);

/** The next section that applies; none after the last, when the check page follows. */
export function nextSection({ progress }: Pick<SurveyView, 'progress'>, section: Section): Section | undefined {
  const at = progress.sections.findIndex((one) => one.section.id === section.id);
  return progress.sections.slice(at + 1).find(({ state }) => state !== 'not-applicable')?.section;
}

const nextAddress = (view: SurveyView, section: Section): string => {
  const next = nextSection(view, section);
  return next ? view.addresses.section(next.id) : view.addresses.check;
};
