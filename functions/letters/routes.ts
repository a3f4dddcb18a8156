import { answerResource } from '#functions/staff/answer-resource.ts';
import { outboxOfMail } from '#functions/staff/outbox-resource.ts';
import { ownPrefecture, type StaffRoute } from '#functions/staff/page.ts';
import { roundResource } from '#functions/staff/round-resource.ts';
import { getHandOver, postHandOver } from './pages/hand-over/hand-over.tsx';
import { getLetter } from './pages/letter/get-letter.tsx';
import { getReminders } from './pages/reminders/get-reminders.tsx';
import { postNow, postPause, postResume } from './pages/reminders/post-reminders.tsx';
import { postRepeat } from './pages/repeat/post-repeat.ts';
import { getUnreachable } from './pages/unreachable/get-unreachable.tsx';
import { postUnreachable } from './pages/unreachable/post-unreachable.tsx';
import { getWording, getWordings, postWording } from './pages/wording/wording.tsx';

const own: NonNullable<StaffRoute['resource']> = (request) => {
  const prefecture = ownPrefecture(request);
  return prefecture === undefined ? {} : { prefecture };
};

const reminders = '/s/rounds/{round}/reminders';
const handOver = '/s/rounds/{round}/answers/{organisation}/hand-over';

/** The pages on which staff steer mails, a line a page. */
export const routes: readonly StaffRoute[] = [
  { method: 'GET', path: reminders, action: 'round.remind', resource: roundResource, page: getReminders },
  { method: 'POST', path: `${reminders}/now`, action: 'round.remind', resource: roundResource, page: postNow },
  { method: 'POST', path: `${reminders}/pause`, action: 'round.remind', resource: roundResource, page: postPause },
  { method: 'POST', path: `${reminders}/resume`, action: 'round.remind', resource: roundResource, page: postResume },
  { method: 'GET', path: handOver, action: 'contact.change', resource: answerResource, page: getHandOver },
  { method: 'POST', path: handOver, action: 'contact.change', resource: answerResource, page: postHandOver },
  { method: 'GET', path: '/s/letters', action: 'wording.edit', page: getWordings },
  { method: 'GET', path: '/s/letters/{kind}', action: 'wording.edit', page: getWording },
  { method: 'POST', path: '/s/letters/{kind}', action: 'wording.edit', page: postWording },
  { method: 'GET', path: '/s/notices/letter', action: 'notice.see', resource: outboxOfMail, page: getLetter },
  { method: 'POST', path: '/s/notices/repeat', action: 'notice.resend', resource: outboxOfMail, page: postRepeat },
  { method: 'GET', path: '/s/unreachable', action: 'address.list', resource: own, page: getUnreachable },
  { method: 'POST', path: '/s/unreachable', action: 'address.lift', resource: own, page: postUnreachable },
];
