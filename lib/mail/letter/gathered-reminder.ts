import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Block, Message } from '../message.ts';
import { type Context, greeting, linkTo } from './context.ts';
import { daysLeft, leftWords, standing } from './standing.ts';

/** One mail for all the rounds in which an address owes an answer, each in the words that fit where it stands. */
export function gatheredReminder(context: Context): Message {
  const { round, notice, answer, others = [], now, origin } = context;
  const all = [{ round, answer, token: notice.token }, ...others];
  return {
    greeting: greeting(context),
    office: round.office,
    subject: `【ご回答のお願い】未提出の調査が${all.length}件あります`,
    blocks: [
      { paragraph: `次の${all.length}件の調査について、ご回答をお待ちしています。` },
      ...all.flatMap(({ round: each, answer: own, token = '' }): Block[] => [
        { paragraph: `【${each.title}】${own?.name ?? ''}` },
        { paragraph: standing(own?.state) },
        { facts: [['回答期限', `${longDay(each.due)}（${leftWords(daysLeft(each, now))}）`]] },
        { link: linkTo(origin, token), label: '回答のページを開く', code: token },
        { facts: [['この調査の問い合わせ先', `${each.office.name}　電話 ${each.office.telephone}`]] },
      ]),
    ],
  };
}
