import { answerOfRound, answerResource } from './answer-resource.ts';
import { jobResource } from './job-resource.ts';
import { outboxOfMail } from './outbox-resource.ts';
import type { StaffRoute } from './page.ts';
import { getAnswer } from './pages/answer/get-answer.tsx';
import { postCorrection, postEndCorrection } from './pages/answer/post-correction.tsx';
import { postApprove, postReturn, postWaive } from './pages/answer/post-review.tsx';
import { getAnswers } from './pages/answers/get-answers.tsx';
import { postApproveMany } from './pages/answers/post-approve-many.tsx';
import { getHome } from './pages/home/get-home.tsx';
import { getJob } from './pages/job/get-job.tsx';
import { getNotices } from './pages/notices/get-notices.tsx';
import { postResend } from './pages/notices/post-resend.tsx';
import { getRound } from './pages/round/get-round.tsx';
import { postEnd } from './pages/round/post-end.tsx';
import { postExtend } from './pages/round/post-extend.tsx';
import { postReopen, postStop } from './pages/round/post-stop.tsx';
import { getRounds } from './pages/rounds/get-rounds.tsx';
import { postSignOut } from './pages/sign-out/post-sign-out.ts';
import { roundOfPrefecture, roundResource } from './round-resource.ts';

/** The ministry's and the prefectures' site, a line a page. */
export const routes: readonly StaffRoute[] = [
  { method: 'GET', path: '/s', action: 'desk.see', page: () => ({ redirect: '/s/home' }) },
  { method: 'GET', path: '/s/home', action: 'desk.see', page: getHome },
  { method: 'POST', path: '/s/sign-out', action: 'session.end', page: postSignOut },

  { method: 'GET', path: '/s/rounds', action: 'round.list', page: getRounds },
  { method: 'GET', path: '/s/rounds/{round}', action: 'round.see', resource: roundResource, page: getRound },
  {
    method: 'POST',
    path: '/s/rounds/{round}/extend',
    action: 'round.extend',
    resource: roundResource,
    page: postExtend,
  },
  { method: 'POST', path: '/s/rounds/{round}/end', action: 'round.close', resource: roundResource, page: postEnd },
  { method: 'POST', path: '/s/rounds/{round}/stop', action: 'round.stop', resource: roundResource, page: postStop },
  { method: 'POST', path: '/s/rounds/{round}/reopen', action: 'round.stop', resource: roundResource, page: postReopen },

  {
    method: 'GET',
    path: '/s/rounds/{round}/answers',
    action: 'answers.list',
    resource: roundOfPrefecture,
    page: getAnswers,
  },
  {
    method: 'POST',
    path: '/s/rounds/{round}/approve',
    action: 'answer.approve',
    resource: roundOfPrefecture,
    page: postApproveMany,
  },
  {
    method: 'GET',
    path: '/s/rounds/{round}/answers/{organisation}',
    action: 'answer.review',
    resource: answerResource,
    page: getAnswer,
  },
  {
    method: 'POST',
    path: '/s/rounds/{round}/answers/{organisation}/return',
    action: 'answer.return',
    resource: answerResource,
    page: postReturn,
  },
  {
    method: 'POST',
    path: '/s/rounds/{round}/answers/{organisation}/approve',
    action: 'answer.approve',
    resource: answerResource,
    page: postApprove,
  },
  {
    method: 'POST',
    path: '/s/rounds/{round}/answers/{organisation}/waive',
    action: 'answer.waive',
    resource: answerResource,
    page: postWaive,
  },
  {
    method: 'POST',
    path: '/s/rounds/{round}/answers/{organisation}/correction',
    action: 'answer.correct',
    resource: answerOfRound,
    page: postCorrection,
  },
  {
    method: 'POST',
    path: '/s/rounds/{round}/answers/{organisation}/correction/end',
    action: 'answer.correct',
    resource: answerOfRound,
    page: postEndCorrection,
  },

  { method: 'GET', path: '/s/jobs/{job}', action: 'job.see', resource: jobResource, page: getJob },
  { method: 'GET', path: '/s/notices', action: 'notice.list', page: getNotices },
  { method: 'POST', path: '/s/notices/resend', action: 'notice.resend', resource: outboxOfMail, page: postResend },
];
