import type { VNode } from 'preact';
import { StatusLabel } from '#functions/components/status-label.tsx';
import type { Approach } from '#lib/core/approaches/approach.ts';
import { addDays, dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay, shortDay } from '#lib/core/calendar/show-day.ts';
import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import { closedFor, type OpenList } from '#lib/usecases/open-list.ts';
import { approachWord } from '../approach/approach-word.ts';
import { correctionOf } from './corrected-note.tsx';
import { classSign, type Places } from './places.ts';
import { missingIn, strongest } from './reason-digest.ts';
import { otherDirection, ScoreBar } from './score-bar.tsx';

export interface EntryLineProps {
  readonly opened: OpenList;
  readonly entry: Entry;
  readonly places: Places;
  readonly approach: Approach | undefined;
  readonly hrefOf: (partner: string) => string;
}

/** JST day of a partner's newest answer. */
export const answeredOn = (asOf: string, age: number | null): string | undefined =>
  age === null ? undefined : addDays(asOf, -age);

/** One partner of a list: its place, why it stands there, what it left unanswered. */
export function EntryLine({ opened, entry, places, approach, hrefOf }: EntryLineProps): VNode {
  const { partner, place } = entry;
  const closed = closedFor(opened, entry);
  const reasons = entry.reasons();
  const missing = missingIn(reasons, opened.side);
  const [theirs] = strongest(reasons, otherDirection(opened.own), 1);
  const correction = correctionOf(opened, partner.organisation);
  const day = answeredOn(opened.ranking.asOf, partner.age);
  return (
    <li class="entry" data-id={partner.organisation}>
      <p class="entry__place">
        <span data-place>{place}</span>位
      </p>
      <h3 class="entry__name">
        <a href={hrefOf(partner.organisation)}>{partner.name}</a>
      </h3>
      <p class="entry__where">
        <span data-where>{places.whole(partner)}</span>
        {partner.class !== null && <span class="entry__class">{`区分${classSign(partner.class)}`}</span>}
        {closed !== null && <StatusLabel tone="warning">受付なし</StatusLabel>}
        {entry.standing === 'sparse' && <StatusLabel tone="warning">回答が少ない</StatusLabel>}
        {correction && <StatusLabel tone="info">{correction.first ? '提供後に追加' : '提供後に修正'}</StatusLabel>}
        {approach && <StatusLabel tone="info">{`相談：${approachWord[approach.state]}`}</StatusLabel>}
      </p>
      <ScoreBar opened={opened} entry={entry} />
      <div class="entry__why">
        <ul data-reasons>
          {closed !== null && <li>{closed}</li>}
          {strongest(reasons, opened.own, 3).map((text) => (
            <li key={text}>{text}</li>
          ))}
          {theirs !== undefined && <li>{`相手から見て：${theirs}`}</li>}
        </ul>
        {missing.partner.length > 0 && <p class="entry__missing">{`未回答：${missing.partner.join('、')}`}</p>}
        <p class="entry__foot">
          {day === undefined ? '回答なし' : `回答 ${longDay(day)}`}
          {approach && `・相談 ${shortDay(dayOfInstant(approach.startedAt))}`}
        </p>
      </div>
      <div class="choice entry__compare">
        <input
          type="checkbox"
          id={`c-${partner.organisation}`}
          name="ids"
          value={partner.organisation}
          form="compare"
        />
        <label for={`c-${partner.organisation}`}>
          比べる<span class="visually-hidden">{`：${partner.name}`}</span>
        </label>
      </div>
    </li>
  );
}
