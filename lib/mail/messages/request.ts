import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Message } from '../message.ts';
import { type Context, greeting, linkTo } from './context.ts';

/** Asks a hospital to answer a round. */
export function request(context: Context): Message {
  const { round, notice, origin, programName, minutes } = context;
  const token = notice.token ?? '';
  return {
    subject: `【回答のお願い】${round.title}（期限 ${longDay(round.due)}）`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      {
        paragraph: `${programName}の「${round.title}」へのご回答をお願いします。${round.release === undefined ? '' : '回答は、確認ののち、連携元病院に提供されます。'}`,
      },
      {
        facts: [
          ['回答期限', longDay(round.due)],
          ['所要時間の目安', `約${minutes}分（途中で保存でき、院内の複数の方で分けて回答できます）`],
          ['必要なもの', 'このメールのリンクだけです。登録やパスワードは要りません。'],
        ],
      },
      { link: linkTo(origin, token), label: '回答のページを開く', code: token },
      { paragraph: 'このリンクは貴院専用です。回答を分担する院内の方以外には転送しないでください。' },
    ],
  };
}
