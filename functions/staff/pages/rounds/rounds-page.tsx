import { Fragment, type VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { roundWord } from '#functions/staff/components/state-words.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { may } from '#lib/core/permission/table.ts';
import type { FoundSurvey, SurveyEdition } from '#lib/core/program.ts';
import type { Round } from '#lib/core/rounds/round.ts';

export interface RoundsPageProps {
  readonly viewer: Viewer;
  readonly lines: readonly { readonly round: Round; readonly found: FoundSurvey<SurveyEdition> | undefined }[];
  readonly asOf: string;
}

/** Every round, newest first. */
export function RoundsPage({ viewer, lines, asOf }: RoundsPageProps): VNode {
  const today = dayOfInstant(asOf);
  return (
    <StaffLayout {...viewer} title="調査" at="/s/rounds">
      <h1>調査</h1>
      {may(viewer.actor, 'round.prepare', { office: officeOf(viewer.actor) }) && (
        <p class="buttons">
          <LinkButton kind="primary" href="/s/rounds/new">
            調査を準備する
          </LinkButton>
        </p>
      )}
      <AsOf count={lines.length} unit="件" at={asOf} />
      <DataTable
        caption="調査の一覧"
        captionHidden
        columns={[
          { label: '調査' },
          { label: '状態' },
          { label: '事業・年度' },
          { label: '回答期限', wide: true },
          { label: '提供日' },
          { label: '依頼', numeric: true },
        ]}
        rows={lines.map(({ round, found }) => ({
          key: round.id,
          cells: [
            <Fragment key="link">
              <a href={`/s/rounds/${round.id}${round.state === 'preparing' ? '/preview' : ''}`}>{round.title}</a>
              {round.owner !== undefined && `（${prefectureName(round.owner)}）`}
            </Fragment>,
            <State key="state" word={roundWord(round, today)} />,
            found ? `${found.program.shortName} ${found.edition.label} ${found.survey.title}` : '（終了した事業）',
            longDay(round.due),
            round.release === undefined ? '提供しない' : longDay(round.release),
            `${round.asked.toLocaleString('en')}病院`,
          ],
        }))}
        empty="調査はまだありません。"
      />
    </StaffLayout>
  );
}
