import { dayOfInstant, daysBetween } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Answer, AnswerState } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { Block, Message } from '../message.ts';
import { type Context, greeting, linkTo } from './context.ts';

/** Chases answers that are still owed, in the words that fit where each stands when the mail goes out; one mail for all of an address's rounds. */
export function reminder(context: Context): Message {
  const { round, notice, answer, others = [] } = context;
  const message = { greeting: greeting(context), office: round.office };
  if (others.length === 0) {
    const left = daysLeft(round, context);
    const subject = `【${left < 0 ? '期限超過' : '期限が近づいています'}】${round.title}（${leftWords(left)}）`;
    return { ...message, subject, blocks: chase(context, round, answer, notice.token) };
  }
  const all = [{ round, answer, token: notice.token }, ...others.map((one) => ({ ...one, token: one.also.token }))];
  return {
    ...message,
    subject: `【ご回答のお願い】未提出の調査が${all.length}件あります`,
    blocks: [
      { paragraph: `次の${all.length}件の調査について、ご回答をお待ちしています。` },
      ...all.flatMap((one): Block[] => [
        { paragraph: `【${one.round.title}】${one.answer?.name ?? ''}` },
        ...chase(context, one.round, one.answer, one.token),
        { facts: [['この調査の問い合わせ先', `${one.round.office.name}　電話 ${one.round.office.telephone}`]] },
      ]),
    ],
  };
}

const daysLeft = (round: Round, { now }: Context): number => daysBetween(dayOfInstant(now), round.due);

const leftWords = (left: number): string =>
  left > 0 ? `あと${left}日` : left === 0 ? '本日まで' : `期限を${-left}日過ぎています`;

function chase(context: Context, round: Round, answer: Answer | undefined, token = ''): Block[] {
  return [
    { paragraph: standing(answer?.state) },
    { facts: [['回答期限', `${longDay(round.due)}（${leftWords(daysLeft(round, context))}）`]] },
    { link: linkTo(context.origin, token), label: '回答のページを開く', code: token },
  ];
}

function standing(state: AnswerState | undefined): string {
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
