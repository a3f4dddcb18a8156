import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Message } from '../message.ts';
import { type Context, greeting, linkTo, text } from './context.ts';

/** Tells a hospital that its answer has arrived. */
export function receipt(context: Context): Message {
  const { round, answer, notice } = context;
  const at = answer?.submittedAt ?? notice.createdAt;
  return {
    subject: `【受け付けました】${round.title}`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      {
        paragraph: `「${round.title}」の回答を受け付けました。都道府県が内容を確認します。お尋ねすることがあれば、メールでお知らせします。`,
      },
      { facts: [['受付日時', longInstant(at)]] },
    ],
  };
}

/** Returns an answer to its hospital with the reviewer's reason. */
export function returned(context: Context): Message {
  const { round, notice, origin } = context;
  const token = notice.token ?? '';
  return {
    subject: `【修正のお願い】${round.title}`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      { paragraph: `「${round.title}」の回答について、次の点の確認をお願いします。入力済みの内容は残っています。` },
      { facts: [['確認していただきたいこと', text(notice, 'reason')]] },
      { link: linkTo(origin, token), label: '回答を修正する', code: token },
    ],
  };
}

/** Tells a hospital that its answer was found in order. */
export function approved(context: Context): Message {
  const { round } = context;
  return {
    subject: `【確認が済みました】${round.title}`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      {
        paragraph: `「${round.title}」の回答の確認が済みました。ご協力ありがとうございました。${round.release === undefined ? '' : '提供日以降に、連携元病院からご相談のメールが届くことがあります。'}`,
      },
    ],
  };
}
