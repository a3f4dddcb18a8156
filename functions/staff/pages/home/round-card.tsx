import type { VNode } from 'preact';
import { daysLeftWords } from '#functions/staff/components/days-left.ts';
import { State } from '#functions/staff/components/state.tsx';
import { roundWord } from '#functions/staff/components/state-words.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { isCorrected, isReviewable } from '#lib/core/rounds/answer.ts';
import { rungWords } from '#lib/core/rounds/planned-ladder.ts';
import { isReleasableRound } from '#lib/core/rounds/round.ts';
import { takesCorrections } from '#lib/core/rounds/takes-answer.ts';
import type { RoundWork } from '#lib/usecases/todays-work.ts';

interface Figure {
  readonly label: string;
  readonly count: number;
  readonly unit: string;
  readonly href: string;
}

/** One round of today's page: what is waiting, each number a link. */
export function RoundCard({ work, asOf, ministry }: { work: RoundWork; asOf: string; ministry: boolean }): VNode {
  const { round, daysLeft, nextStep } = work;
  if (takesCorrections(round)) return <CorrectionCard work={work} asOf={asOf} ministry={ministry} />;
  const path = `/s/rounds/${round.id}`;
  return (
    <section class="card" aria-label={round.title}>
      <h3>
        <a href={round.state === 'preparing' ? `${path}/preview` : path}>{round.title}</a>{' '}
        <State word={roundWord(round, dayOfInstant(asOf))} />
      </h3>
      <p>
        {round.state === 'preparing' &&
          round.opening !== undefined &&
          `${openingWords(round.opening, dayOfInstant(asOf))}・`}
        {`回答期限 ${longDay(round.due)}（${daysLeftWords(daysLeft)}）${round.release === undefined ? '' : `・提供日 ${longDay(round.release)}`}`}
        {nextStep && `・次の督促 ${longDay(nextStep.day)}（${rungWords(nextStep.rung)}）`}
      </p>
      {ministry && round.releaseProposal && isReleasableRound(round) && (
        <p>
          {`${round.releaseProposal.name}さんが提供の確認を頼んでいます。`}
          <a href={`${path}/release`}>提供する内容を確かめる</a>
        </p>
      )}
      {round.state === 'preparing' ? (
        <p>
          <a href={`${path}/preview`}>内容を確かめて、依頼を送る</a>
        </p>
      ) : (
        <dl class="figures">
          {figuresOf(work, path, ministry).map(({ label, count, unit, href }) => (
            <div key={label} class="figures__one">
              <dt>{label}</dt>
              <dd>
                <a href={href}>
                  <span class="figures__number">{count.toLocaleString('en')}</span>
                  {unit}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

const openingWords = (opening: string, today: string): string => {
  const late = opening < today ? '（過ぎました）' : opening === today ? '（今日）' : '';
  return `依頼の予定日 ${longDay(opening)}${late}`;
};

/** A round that is over, while answers of it are corrected. */
function CorrectionCard({ work, asOf, ministry }: { work: RoundWork; asOf: string; ministry: boolean }): VNode {
  const { round, corrections } = work;
  const path = `/s/rounds/${round.id}`;
  const waiting = corrections.filter(({ state }) => isReviewable(state)).length;
  const ready = corrections.filter(isCorrected).length;
  return (
    <section class="card" aria-label={round.title}>
      <h3>
        <a href={path}>{round.title}</a> <State word={roundWord(round, dayOfInstant(asOf))} />
      </h3>
      <p>{`${round.release === undefined ? '終了' : '提供'}後の修正 ${corrections.length}病院（確認待ち${waiting}病院・承認済${ready}病院）`}</p>
      <ul>
        {corrections.slice(0, 10).map(({ organisation, name }) => (
          <li key={organisation}>
            <a href={`${path}/answers/${organisation}`}>{name}</a>
          </li>
        ))}
      </ul>
      {ministry && round.release !== undefined && (
        <p>
          {round.updateProposal && `${round.updateProposal.name}さんが更新の確認を頼んでいます。`}
          <a href={`${path}/update`}>提供後の修正をまとめて見る</a>
        </p>
      )}
    </section>
  );
}

function figuresOf(
  { round, tally, dueSoon, unreachable, unknown }: RoundWork,
  path: string,
  ministry: boolean,
): Figure[] {
  const answers = (state: string) => `${path}/answers?state=${state}`;
  const figure = (label: string, count: number, href: string, unit = '病院'): Figure => ({ label, count, unit, href });
  return [
    figure('確認待ち', tally.toReview, answers('to-review')),
    figure('未提出', tally.owing, answers('owing')),
    figure('うち期限が近い・過ぎた', dueSoon, answers('owing')),
    figure('差戻し中', tally.returned, answers('returned')),
    figure('メールが届かない', unreachable.length, answers('unreachable')),
    ...(ministry || round.owner !== undefined
      ? [figure('送信結果不明', unknown, `/s/notices?round=${round.id}&state=unknown`)]
      : []),
  ];
}
