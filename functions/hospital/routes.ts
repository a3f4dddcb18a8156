import type { Route } from '#functions/site/site.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { ownAnswer } from './answer-resource.ts';
import { getCheck } from './pages/check/get-check.ts';
import { postSubmit } from './pages/check/post-submit.ts';
import { getDone } from './pages/done/get-done.ts';
import { getOpen } from './pages/open/get-open.ts';
import { postOpen } from './pages/open/post-open.ts';
import { getPeople } from './pages/people/get-people.ts';
import { postInvite } from './pages/people/post-invite.ts';
import { postRevoke } from './pages/people/post-revoke.ts';
import { postReopen } from './pages/reopen/post-reopen.ts';
import { getSection } from './pages/section/get-section.ts';
import { postSection } from './pages/section/post-section.ts';
import { postSignOut } from './pages/sign-out/post-sign-out.ts';
import { getSurvey } from './pages/survey/get-survey.ts';

const see = { action: 'answer.see', resource: ownAnswer } as const;
const save = { action: 'answer.save', resource: ownAnswer } as const;

/** The door, and the pages of a hospital's own answer. */
export const routes: readonly Route<Desk>[] = [
  { method: 'GET', path: '/h/open', action: 'door.see', page: getOpen },
  { method: 'POST', path: '/h/open', action: 'door.see', page: postOpen },
  { method: 'POST', path: '/h/sign-out', action: 'session.end', page: postSignOut },
  { method: 'GET', path: '/h/rounds/{round}', ...see, page: getSurvey },
  { method: 'GET', path: '/h/rounds/{round}/sections/{section}', ...see, page: getSection },
  { method: 'POST', path: '/h/rounds/{round}/sections/{section}', ...save, page: postSection },
  { method: 'GET', path: '/h/rounds/{round}/check', ...see, page: getCheck },
  { method: 'POST', path: '/h/rounds/{round}/submit', action: 'answer.submit', resource: ownAnswer, page: postSubmit },
  {
    method: 'GET',
    path: '/h/rounds/{round}/people',
    action: 'colleague.see',
    resource: ownAnswer,
    page: getPeople,
  },
  {
    method: 'POST',
    path: '/h/rounds/{round}/people',
    action: 'colleague.invite',
    resource: ownAnswer,
    page: postInvite,
  },
  {
    method: 'POST',
    path: '/h/rounds/{round}/people/{colleague}/revoke',
    action: 'colleague.revoke',
    resource: ownAnswer,
    page: postRevoke,
  },
  { method: 'POST', path: '/h/rounds/{round}/reopen', action: 'answer.reopen', resource: ownAnswer, page: postReopen },
  { method: 'GET', path: '/h/rounds/{round}/done', ...see, page: getDone },
];
