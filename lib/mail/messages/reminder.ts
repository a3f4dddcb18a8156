import { dayOfInstant, daysBetween } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { AnswerState } from '#lib/core/rounds/answer.ts';
import type { Message } from '../message.ts';
import { type Context, greeting, linkTo } from './context.ts';

/** Chases an answer that is still owed, in the words that fit where it stands when the mail goes out. */
export function reminder(context: Context): Message {
  const { round, notice, origin, now, answer } = context;
  const token = notice.token ?? '';
  const left = daysBetween(dayOfInstant(now), round.due);
  const when = left > 0 ? `あと${left}日` : left === 0 ? '本日まで' : `期限を${-left}日過ぎています`;
  return {
    subject: `【${left < 0 ? '期限超過' : '期限が近づいています'}】${round.title}（${when}）`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      { paragraph: standing(answer?.state) },
      { facts: [['回答期限', `${longDay(round.due)}（${when}）`]] },
      { link: linkTo(origin, token), label: '続きから回答する', code: token },
    ],
  };
}

function standing(state: AnswerState | undefined): string {
  switch (state) {
    case 'drafting':
      return 'ご回答の途中まで保存されています。残りの項目を入力し、「提出する」を押してください。';
    case 'complete':
      return '入力は済んでいますが、まだ提出されていません。確認のページで「提出する」を押してください。';
    case 'returned':
      return '確認をお願いした箇所の修正と再提出が、まだ済んでいません。';
    default:
      return 'まだ回答を始めていないようです。ご多忙のところ恐れ入りますが、ご回答をお願いします。';
  }
}
