import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Message } from '../message.ts';
import { type Context, greeting, linkTo, text } from './context.ts';

/** Brings a 連携元 the link to its own ranked list. No answer of anybody stands in the mail. */
export function list(context: Context): Message {
  const { round, notice, origin, programName } = context;
  const token = notice.token ?? '';
  return {
    subject: `【お知らせ】連携先病院の一覧ができました（${round.title}）`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      {
        paragraph: `${programName}の連携先を探すための、貴院専用の一覧ができました。合う順に並び、その理由が書かれています。`,
      },
      {
        facts: [
          ['掲載病院', `${text(notice, 'hosts')}病院`],
          ...(round.release === undefined ? [] : [['提供日', longDay(round.release)] as const]),
        ],
      },
      { link: linkTo(origin, token), label: '連携先の一覧を開く', code: token },
      { paragraph: 'このリンクは貴院専用です。院外には転送しないでください。' },
    ],
  };
}

/** Tells a 連携先 that a 連携元 wishes to talk. */
export function approach(context: Context): Message {
  const { notice, round } = context;
  return {
    subject: `【ご相談】${text(notice, 'sourceName')}から連携の相談が届きました`,
    greeting: greeting(context),
    office: round.office,
    blocks: [
      {
        paragraph: `${text(notice, 'sourceName')}が、貴院との連携について相談したいと希望しています。次の連絡先へご返信ください。`,
      },
      {
        facts: [
          ['病院', text(notice, 'sourceName')],
          ['担当者', text(notice, 'contactName')],
          ['メール', text(notice, 'contactEmail')],
          ['電話', text(notice, 'contactTelephone')],
          ['相談の内容', text(notice, 'message')],
        ],
      },
    ],
  };
}
