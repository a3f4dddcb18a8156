import { dayOfInstant, daysBetween } from '#lib/core/calendar/day.ts';
import type { AnswerState } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';

/** Days from an instant's JST day to the due day. */
export const daysLeft = ({ due }: Round, now: string): number => daysBetween(dayOfInstant(now), due);

/** Days to the due day, in the words of a mail. */
export const leftWords = (left: number): string =>
  left > 0 ? `あと${left}日` : left === 0 ? '本日まで' : `期限を${-left}日過ぎています`;

/** What a reminder says of where an answer stands. */
export function standing(state: AnswerState | undefined): string {
  switch (state) {
    case 'opened':
      return '回答のページは開かれましたが、入力がまだ始まっていないようです。途中で保存できますので、分かるところからご入力ください。';
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
