import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Message } from '../message.ts';
import { type Context, greeting, linkTo, text } from './context.ts';

/** Asks somebody whom a colleague of the same hospital invited to answer with them. */
export function colleague(context: Context): Message {
  const { round, notice, origin } = context;
  const token = notice.token ?? '';
  const by = text(notice, 'invitedBy');
  return {
    subject: `【院内からのお願い】${round.title}（期限 ${longDay(round.due)}）`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      {
        paragraph: `${by === '' ? '院内の方' : `${by}さん`}から、「${round.title}」の回答を分担するお願いです。次のリンクから、貴院の回答をいっしょに入力できます。`,
      },
      { facts: [['回答期限', longDay(round.due)]] },
      { link: linkTo(origin, token), label: '回答のページを開く', code: token },
      {
        paragraph:
          'このリンクはあなた専用です。ほかの方には転送しないでください。お心当たりがないときは、開かずに下の問い合わせ先へお知らせください。',
      },
    ],
  };
}
