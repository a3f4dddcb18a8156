import { field, param } from '#functions/site/request.ts';
import { readSendAt } from '#functions/staff/components/send-at.tsx';
import type { AreaPage } from '#functions/staff/page.ts';
import { farthestDays, longestReason } from '#lib/core/distributions/distribution.ts';
import { type ChaseRefused, orderChase } from '#lib/usecases/distributions/order-chase.ts';
import {
  type SendRefused,
  scheduleDistribution,
  sendDistribution,
  unscheduleDistribution,
} from '#lib/usecases/distributions/send-distribution.ts';
import {
  discardDraft,
  type WithdrawRefused,
  withdrawDistribution,
} from '#lib/usecases/distributions/withdraw-distribution.ts';
import { showDocument } from './get-document.tsx';

const sendWords: Readonly<Record<SendRefused['kind'], string>> = {
  'no-such-document': '文書が見つかりません。',
  'no-files': 'ファイルを1個以上添えてから送信してください。',
  nobody: '配布先がありません。配布先を選び直してください。',
  'audience-moved': '名簿が変わったため、配布先が変わりました。いまの配布先を確かめて、もう一度送信してください。',
  'not-then': `送信日時は、いまより後で、${farthestDays}日以内にしてください。`,
  'wrong-state': 'いまの状態では操作できません。下の状態を確かめてください。',
  'moved-meanwhile': 'ほかの人が文書を変えました。いまの内容を確かめて、もう一度送信してください。',
};

export const postSend: AreaPage = async (request, desk) => {
  const id = param(request, 'document');
  const sent = await sendDistribution(desk, request.actor, {
    id,
    seen: field(request, 'seen'),
    version: Number(field(request, 'version')),
  });
  if (sent.ok) return { redirect: `/s/documents/${id}?done=sent` };
  return showDocument(request, desk, [{ field: 'send', message: sendWords[sent.error.kind] }]);
};

export const postSchedule: AreaPage = async (request, desk) => {
  const id = param(request, 'document');
  const sendAt = readSendAt({ day: field(request, 'day'), time: field(request, 'time') });
  if (!sendAt.ok) return showDocument(request, desk, sendAt.error);
  const scheduled = await scheduleDistribution(desk, request.actor, {
    id,
    seen: field(request, 'seen'),
    version: Number(field(request, 'version')),
    sendAt: sendAt.value,
  });
  if (scheduled.ok) return { redirect: `/s/documents/${id}?done=scheduled` };
  const { kind } = scheduled.error;
  return showDocument(request, desk, [{ field: kind === 'not-then' ? 'day' : 'send', message: sendWords[kind] }]);
};

export const postUnschedule: AreaPage = async (request, desk) => {
  const id = param(request, 'document');
  const taken = await unscheduleDistribution(desk, request.actor, id);
  if (taken.ok) return { redirect: `/s/documents/${id}?done=unscheduled` };
  return showDocument(request, desk, [{ field: 'main', message: sendWords[taken.error.kind] }]);
};

const chaseWords: Readonly<Record<ChaseRefused, string>> = {
  'not-sent': 'まだ送信が終わっていません。終わってから再送してください。',
  'today-already': '本日はすでに再送しました。再送は1日に1回までです。',
  'moved-meanwhile': 'ほかの操作が同時にありました。もう一度お試しください。',
};

export const postChase: AreaPage = async (request, desk) => {
  const id = param(request, 'document');
  const ordered = await orderChase(desk, request.actor, id);
  if (ordered.ok) return { redirect: `/s/documents/${id}?done=chased` };
  return showDocument(request, desk, [{ field: 'chase', message: chaseWords[ordered.error] }]);
};

const withdrawWords: Readonly<Record<WithdrawRefused['kind'], string>> = {
  'not-sent': 'まだ送っていない文書です。',
  'no-reason': '差し止める理由を入力してください。配布先の方が読みます。',
  'reason-too-long': `理由は${longestReason}文字以内で入力してください。`,
  'has-files': 'ファイルが添えられています。ファイルを取り消してから削除してください。',
  'moved-meanwhile': 'ほかの操作が同時にありました。いまの内容を確かめて、もう一度実行してください。',
};

export const postWithdraw: AreaPage = async (request, desk) => {
  const id = param(request, 'document');
  const withdrawn = await withdrawDistribution(desk, request.actor, { id, reason: field(request, 'reason') });
  if (withdrawn.ok) return { redirect: `/s/documents/${id}?done=withdrawn` };
  return showDocument(request, desk, [{ field: 'reason', message: withdrawWords[withdrawn.error.kind] }]);
};

export const postDiscard: AreaPage = async (request, desk) => {
  const id = param(request, 'document');
  const discarded = await discardDraft(desk, request.actor, { id, version: Number(field(request, 'version')) });
  if (discarded.ok) return { redirect: '/s/documents?done=discarded' };
  return showDocument(request, desk, [{ field: 'main', message: withdrawWords[discarded.error.kind] }]);
};
