import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { PlanningLayout } from '#functions/planning/components/planning-layout.tsx';
import { RoundChoice } from '#functions/planning/components/round-choice.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { type HostExposure, spreadOf } from '#lib/core/matching/rank/exposure.ts';
import type { Ranking } from '#lib/core/matching/rank/ranking.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { PrefectureExposure } from './prefecture-exposure.tsx';

export interface ExposurePageProps {
  readonly viewer: Viewer;
  readonly rounds: readonly Round[];
  readonly chosen: Round | undefined;
  readonly problems: readonly FieldProblem[];
  /** Absent where nothing can be shown. */
  readonly ranking: Ranking | undefined;
  readonly exposed: readonly HostExposure[];
}

/** How often each prefecture's 連携先 stand in the first ten of somebody's list, and how evenly that is spread. */
export function ExposurePage({ viewer, rounds, chosen, problems, ranking, exposed }: ExposurePageProps): VNode {
  const title = '一覧での見え方';
  return (
    <PlanningLayout viewer={viewer} title={title} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>{title}</h1>
      <p>
        連携元ごとの一覧を公表の重みで並べたとき、連携先が10位以内に入った回数を数えています。連携元が自分で重みを変えた並びは数えていません。
      </p>
      <RoundChoice action="/s/planning/exposure" rounds={rounds} chosen={chosen?.id} problems={problems} />
      {chosen && !ranking && <p>この調査の回答は、まだ提供されていないか、読み出せません。</p>}
      {chosen && ranking && <Spread round={chosen} ranking={ranking} exposed={exposed} />}
    </PlanningLayout>
  );
}

const Spread = ({
  round,
  ranking,
  exposed,
}: {
  readonly round: Round;
  readonly ranking: Ranking;
  readonly exposed: readonly HostExposure[];
}): VNode => {
  const spread = spreadOf(exposed.map(({ appearances }) => appearances));
  const unseen = exposed.filter(({ appearances }) => appearances === 0);
  return (
    <section aria-labelledby="spread-title">
      <h2 id="spread-title">{round.title}</h2>
      <SummaryList
        rows={[
          { key: '提供日', value: longDay(ranking.asOf) },
          { key: '数えた一覧', value: `連携元${ranking.sources.length}病院の一覧` },
          { key: '連携先', value: `${exposed.length}病院` },
          {
            key: '1病院が10位以内に入った回数',
            value: spread ? `最小${spread.least}回・中央値${spread.middle}回・最大${spread.most}回` : '（病院なし）',
          },
          { key: 'どの一覧でも10位以内に入らない連携先', value: `${unseen.length}病院` },
        ]}
      />
      <PrefectureExposure exposed={exposed} />
      <h3>{`10位以内に一度も入らない連携先（${unseen.length}病院）`}</h3>
      <DataTable
        caption="10位以内に一度も入らない連携先"
        captionHidden
        columns={[{ label: '病院' }, { label: '都道府県' }, { label: '回答' }]}
        rows={unseen.map(({ host }) => ({
          key: host.organisation,
          cells: [
            <a key="link" href={`/s/organisations/${encodeURIComponent(host.organisation)}`}>
              {host.name}
            </a>,
            prefectureName(host.prefecture),
            host.age === null ? '回答なし' : `提供日の${host.age}日前`,
          ],
        }))}
        empty="すべての連携先が、どこかの一覧で10位以内に入っています。"
      />
    </section>
  );
};
