import { ErrorPage } from '#functions/components/error-page.tsx';
import type { StaffPage } from '#functions/staff/page.ts';
import { AnswerPage } from './answer-page.tsx';
import { loadAnswer } from './load-answer.ts';

const done: Readonly<Record<string, string>> = {
  'handed-over': '担当者を引き継ぎ、新しい担当者にリンクを送りました。',
  return: '回答を差し戻しました。病院にメールで知らせます。',
  approve: '回答を承認しました。病院にメールで知らせます。',
  telephone: '電話で聞き取った回答を提出しました。病院に、内容を見て直せるリンクをメールで送ります。',
  correction: '修正を認めました。病院に、理由とリンクをメールで知らせます。',
  'correction-ended': '修正の受付を取りやめました。回答は、前に提出されたときのままです。',
  waive: '回答を不要としました。以後の督促は送られません。',
};

export const getAnswer: StaffPage = async (request, desk) => {
  const view = await loadAnswer(desk, request);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const said = done[request.query.get('done') ?? ''];
  return { page: <AnswerPage viewer={request} view={view} request={desk.world.id()} problems={[]} said={said} /> };
};
