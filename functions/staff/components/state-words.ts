import type { Tone } from '#functions/components/status-label.tsx';
import type { Job } from '#lib/core/jobs/job.ts';
import type { NoticeKind, NoticeState } from '#lib/core/notices/notice.ts';
import type { AnswerState } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';

/** A state as pages name it, and how much it wants attention. */
export interface Word {
  readonly label: string;
  readonly tone: Tone;
}

/** States of an answer, as reviewers read them. */
export const answerWords: Readonly<Record<AnswerState, Word>> = {
  unopened: { label: '未開封', tone: 'warning' },
  opened: { label: '開封', tone: 'info' },
  drafting: { label: '入力中', tone: 'info' },
  complete: { label: '入力済・未提出', tone: 'warning' },
  submitted: { label: '提出済', tone: 'info' },
  returned: { label: '差戻し', tone: 'warning' },
  resubmitted: { label: '再提出', tone: 'info' },
  approved: { label: '承認済', tone: 'plain' },
  waived: { label: '回答不要', tone: 'plain' },
};

/** States of a mail. */
export const noticeWords: Readonly<Record<NoticeState, Word>> = {
  pending: { label: '予約', tone: 'info' },
  sending: { label: '送信中', tone: 'info' },
  sent: { label: '送信済', tone: 'plain' },
  delayed: { label: '配達遅延', tone: 'warning' },
  'soft-bounced': { label: '一時不達', tone: 'warning' },
  delivered: { label: '配達済', tone: 'plain' },
  bounced: { label: '不達', tone: 'error' },
  complained: { label: '苦情', tone: 'error' },
  rejected: { label: '送信できず', tone: 'error' },
  unknown: { label: '送信結果不明', tone: 'error' },
  withheld: { label: '宛先停止', tone: 'error' },
  stopped: { label: '送信停止', tone: 'plain' },
};

/** Kinds of mail. */
export const noticeKindWords: Readonly<Record<NoticeKind, string>> = {
  check: '宛先の確認',
  request: '回答のお願い',
  reminder: '督促',
  receipt: '受付のお知らせ',
  heard: '電話で聞き取った回答のお知らせ',
  returned: '修正のお願い',
  approved: '確認済みのお知らせ',
  list: '一覧のお知らせ',
  'list-updated': '一覧の修正のお知らせ',
  approach: '相談のお知らせ',
  colleague: '院内の方への招待',
  document: '文書',
  'document-again': '文書の再送',
  announcement: 'お知らせ',
  canary: '送信の確認',
};

/** States of long work. */
export const jobWords: Readonly<Record<Job['state'], Word>> = {
  waiting: { label: '確認待ち', tone: 'warning' },
  running: { label: '処理中', tone: 'info' },
  done: { label: '完了', tone: 'success' },
  failed: { label: '中断', tone: 'error' },
};

/** State of a round on a JST day: 受付中 becomes 締切後 by itself when the due day has passed, and 提供待ち when all is approved. */
export function roundWord({ state, due, release }: Round, today: string): Word {
  switch (state) {
    case 'preparing':
      return { label: '準備中', tone: 'warning' };
    case 'opening':
      return { label: '依頼を送信中', tone: 'info' };
    case 'open':
      if (release !== undefined && today >= release) return { label: '提供待ち', tone: 'warning' };
      return today > due ? { label: '締切後', tone: 'warning' } : { label: '受付中', tone: 'info' };
    case 'stopped':
      return { label: '受付停止中', tone: 'warning' };
    case 'releasing':
      return { label: '提供中', tone: 'info' };
    case 'released':
      return { label: '提供済', tone: 'plain' };
    case 'ended':
      return { label: '終了', tone: 'plain' };
    case 'cancelled':
      return { label: '中止', tone: 'plain' };
  }
}
