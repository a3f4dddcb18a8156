import type { VNode } from 'preact';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { PlanningLayout } from '#functions/planning/components/planning-layout.tsx';
import { RoundChoice } from '#functions/planning/rounds/round-choice.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { type HostExposure, spreadOf } from '#lib/core/matching/rank/exposure.ts';
import type { Ranking } from '#lib/core/matching/rank/ranking.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { ExposedHosts } from './exposed-hosts.tsx';
import { PrefectureExposure } from './prefecture-exposure.tsx';

export interface ExposurePageProps {
  readonly viewer: Viewer;
  readonly rounds: readonly Round[];
  readonly chosen: Round | undefined;
  readonly problems: readonly FieldProblem[];
  /** Absent where nothing can be shown. */
  readonly ranking: Ranking | undefined;
  readonly exposed: readonly HostExposure[];
  /** Its hosts are shown one by one; absent: all prefectures, a line each. */
  readonly prefecture: string | undefined;
}

const home = '/s/planning/exposure';

/** How often each prefecture's 連携先 stand in the first ten of somebody's list, and how evenly that is spread. */
export function ExposurePage(props: ExposurePageProps): VNode {
  const { viewer, rounds, chosen, problems, ranking, exposed, prefecture } = props;
  const whole = '一覧での見え方';
  const title = prefecture === undefined ? whole : `${whole}：${prefectureName(prefecture)}`;
  const here = `${home}?round=${encodeURIComponent(chosen?.id ?? '')}`;
  const shown = exposed.filter(({ host }) => prefecture === undefined || host.prefecture === prefecture);
  return (
    <PlanningLayout
      viewer={viewer}
      title={title}
      invalid={problems.length > 0}
      up={prefecture === undefined ? [] : [{ label: whole, href: here }]}
    >
      <ErrorSummary problems={problems} />
      <h1>{title}</h1>
      <p>
        連携元ごとの一覧を公表の重みで並べたとき、連携先が10位以内に入った回数を数えています。連携元が自分で重みを変えた並びは数えていません。
      </p>
      {prefecture === undefined && (
        <RoundChoice action={home} rounds={rounds} chosen={chosen?.id} problems={problems} />
      )}
      {chosen && !ranking && <p>この調査の回答は、まだ提供されていないか、読み出せません。</p>}
      {chosen && ranking && (
        <section aria-labelledby="spread-title">
          <h2 id="spread-title">{chosen.title}</h2>
          {exposed.every(({ host }) => host.age === null) && (
            <NotificationBanner tone="warning" title="回答した連携先がありません">
              <p>
                提供した時点で、連携先はまだ回答していませんでした。順位は病院の回答によるものではありません。連携先の回答を提供した調査を選択してください。
              </p>
            </NotificationBanner>
          )}
          <Spread ranking={ranking} exposed={shown} />
          {prefecture === undefined ? (
            <PrefectureExposure exposed={exposed} here={here} />
          ) : (
            <ExposedHosts exposed={shown} />
          )}
        </section>
      )}
    </PlanningLayout>
  );
}

const Spread = ({
  ranking,
  exposed,
}: {
  readonly ranking: Ranking;
  readonly exposed: readonly HostExposure[];
}): VNode => {
  const spread = spreadOf(exposed.map(({ appearances }) => appearances));
  return (
    <SummaryList
      rows={[
        { key: '提供日', value: longDay(ranking.asOf) },
        { key: '数えた一覧', value: `連携元${ranking.sources.length}病院の一覧` },
        { key: '連携先', value: `${exposed.length}病院` },
        {
          key: '1病院が10位以内に入った回数',
          value: spread ? `最小${spread.least}回・中央値${spread.middle}回・最大${spread.most}回` : '（病院なし）',
        },
        {
          key: 'どの一覧でも10位以内に入らない連携先',
          value: `${exposed.filter(({ appearances }) => appearances === 0).length}病院`,
        },
      ]}
    />
  );
};
