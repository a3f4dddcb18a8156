import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { DateField } from '#functions/components/fields/date-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Program } from '#lib/core/program.ts';
import { type PlannedRung, rungWords } from '#lib/core/rounds/planned-ladder.ts';
import type { FormHead } from '#lib/core/survey/compose/stored-form.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { AudienceFields } from './audience-fields.tsx';
import { offeredDays, offeredRungs, type TypedRound } from './typed-round.ts';

export interface NewRoundPageProps {
  readonly viewer: Viewer;
  readonly programs: readonly Program[];
  /** The form made by staff that is asked; undefined where a survey of an edition is chosen on the page. */
  readonly form?: Form | undefined;
  /** Published forms made by staff, to go over to. */
  readonly own?: readonly FormHead[];
  readonly typed: TypedRound;
  readonly problems: readonly FieldProblem[];
}

/** The form of a new round; nothing is sent before its preview. */
export function NewRoundPage({ viewer, programs, form, own = [], typed, problems }: NewRoundPageProps): VNode {
  const said = messagesByField(problems);
  const days = offeredDays(typed);
  return (
    <StaffLayout
      {...viewer}
      title="調査を準備する"
      at="/s/rounds"
      up={[{ label: '調査', href: '/s/rounds' }]}
      invalid={problems.length > 0}
      scripts={['ladder-dates']}
    >
      <ErrorSummary problems={problems} />
      <h1>調査を準備する</h1>
      <p>次の画面で、だれに何が送られるかを確かめてから、依頼を送ります。この画面では何も送られません。</p>
      {own.length > 0 && <OwnForms forms={own} />}
      <form method="post" action="/s/rounds/new" novalidate class="narrow">
        <HiddenFields fields={{ csrf: viewer.csrf, request: typed.request, form: typed.form }} />
        {form ? (
          <AudienceFields programs={programs} form={form} typed={typed} said={said} />
        ) : (
          <SelectField
            id="survey"
            label="何を聞くか"
            required
            help="事業、年度、調査票の順に書かれています。だれに聞くかは、年度の規則で決まります。"
            value={typed.survey}
            none="選んでください"
            options={surveysOf(programs)}
            problem={said.get('survey')}
          />
        )}
        <TextField
          id="title"
          label="調査の名前"
          required
          help="メールの件名になります。例：令和9年度 連携先病院の情報提供調査"
          value={typed.title}
          problem={said.get('title')}
        />
        <DateField
          id="due"
          label="回答期限"
          required
          help="「令和9年1月29日」のように、年の欄にまとめて入力することもできます。"
          value={typed.due}
          problem={said.get('due')}
        />
        {!form && (
          <DateField
            id="release"
            label="提供日"
            required
            help="回答を連携先の候補となる病院へ渡す予定の日です。回答期限より後の日にします。"
            value={typed.release}
            problem={said.get('release')}
          />
        )}
        <ChoiceField
          id="ladder"
          label="督促を送る日"
          many
          help="回答していない病院にだけ、午前9時30分に送ります。土日・祝日・年末年始に当たるときは、期限前の督促は前の、期限後の督促は後の開庁日に送ります。"
          chosen={typed.ladder}
          options={offeredRungs.map((rung, at) => ({
            value: String(rung.offset),
            label: rungWords(rung),
            hint: days && fallsOn(days[at]),
          }))}
          problem={said.get('ladder')}
        />
        <TextField
          id="officeName"
          label="問い合わせ先の部署名"
          required
          help="メールの署名になります。"
          value={typed.officeName}
          problem={said.get('officeName')}
        />
        <TextField
          id="officeTelephone"
          label="問い合わせ先の電話番号"
          required
          inputMode="tel"
          size={16}
          tidy
          value={typed.officeTelephone}
          problem={said.get('officeTelephone')}
        />
        <p class="buttons">
          <Button kind="primary">内容を確かめる</Button>
        </p>
      </form>
    </StaffLayout>
  );
}

/** The way to a round on a form that staff made. */
const OwnForms = ({ forms }: { forms: readonly FormHead[] }): VNode => (
  <details>
    <summary>{`職員が作った調査票で聞く（${forms.length}件）`}</summary>
    <ul>
      {forms.map(({ id, title, published }) => (
        <li key={id}>
          <a href={`/s/rounds/new?form=${id}@${published}`}>{`${title}（第${published}版）`}</a>
        </li>
      ))}
    </ul>
  </details>
);

const surveysOf = (programs: readonly Program[]) =>
  programs.flatMap((program) =>
    program.editions.flatMap((edition) =>
      edition.surveys.map((survey) => ({
        value: `${program.id}/${edition.id}/${survey.id}`,
        label: `${program.shortName} ${edition.label} ${survey.title}`,
      })),
    ),
  );

const fallsOn = (rung: PlannedRung | undefined): string | undefined =>
  rung && `${longDay(rung.day)}${rung.closedFor === undefined ? '' : `（${rung.closedFor}のため移動）`}`;
