import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { type Context, text } from './context.ts';
import { daysLeft, leftWords, standing } from './standing.ts';

/** What each placeholder stands for in one mail; some are empty where a round has no release. */
export function valuesOf(context: Context): ReadonlyMap<string, string> {
  const { round, notice, answer, programName, organisationName, minutes, now } = context;
  const left = daysLeft(round, now);
  const released = round.release !== undefined;
  const invitedBy = text(notice, 'invitedBy');
  return new Map([
    ['招いた人', invitedBy === '' ? '院内の方' : `${invitedBy}さん`],
    ['調査名', round.title],
    ['事業名', programName],
    ['病院名', organisationName],
    ['担当者名', notice.toName],
    ['期限', longDay(round.due)],
    ['提供日', round.release === undefined ? '' : longDay(round.release)],
    ['問い合わせ先', round.office.name],
    ['電話', round.office.telephone],
    ['所要分', String(minutes)],
    ['提供の説明', released ? '回答は、確認ののち、連携元病院に提供されます。' : ''],
    ['期限の様子', left < 0 ? '期限超過' : '期限が近づいています'],
    ['残り', leftWords(left)],
    ['回答の状況', standing(answer?.state)],
    ['受付日時', longInstant(answer?.submittedAt ?? notice.createdAt)],
    ['入力者', text(notice, 'heardBy')],
    ['確認事項', text(notice, 'reason')],
    ['相談の説明', released ? '提供日以降に、連携元病院からご相談のメールが届くことがあります。' : ''],
    ['掲載病院数', text(notice, 'hosts')],
    ['修正した病院', text(notice, 'hospitals')],
    ['相談元', text(notice, 'sourceName')],
    ['相談元の担当者', text(notice, 'contactName')],
    ['相談元のメール', text(notice, 'contactEmail')],
    ['相談元の電話', text(notice, 'contactTelephone')],
    ['相談の内容', text(notice, 'message')],
  ]);
}
