import { type PageRequest, param } from '#functions/site/request.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { isEditable } from '#lib/core/rounds/answer.ts';
import { dueOf } from '#lib/core/rounds/correction.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { type OpenSurvey, openSurvey } from '#lib/usecases/open-survey.ts';
import { type Progress, progressOf } from '#lib/usecases/progress.ts';
import { type PreviousAnswer, readCarried } from '#lib/usecases/read-answer.ts';
import { type AnswerAddresses, answerAddresses } from '../addresses.ts';
import { ownOrganisation } from '../answer-resource.ts';

/** What every page of one hospital's answer is drawn from; its round is due when this hospital's answer is. */
export interface SurveyView extends OpenSurvey {
  readonly actor: Actor;
  readonly csrf: string;
  readonly addresses: AnswerAddresses;
  /** JST day. */
  readonly today: string;
  readonly previous: PreviousAnswer | undefined;
  readonly progress: Progress;
  /** Whether the hospital may change its answers now. */
  readonly editable: boolean;
}

/** Loads the signed-in hospital's answer to the round in the address; undefined when it was not asked. */
export async function surveyView(request: PageRequest, desk: Desk): Promise<SurveyView | undefined> {
  const opened = await openSurvey(desk, param(request, 'round'), ownOrganisation(request));
  return opened.ok ? viewOf(request, desk, opened.value) : undefined;
}

/** What pages are drawn from, out of an answer that was just read or saved. */
export async function viewOf(
  request: Pick<PageRequest, 'actor' | 'csrf'>,
  desk: Desk,
  opened: OpenSurvey,
): Promise<SurveyView> {
  const { form, file, round } = opened;
  const today = dayOfInstant(desk.world.now());
  const previous = await readCarried(desk, form, file.answer);
  return {
    ...opened,
    round: { ...round, due: dueOf(round, file.answer) },
    actor: request.actor,
    csrf: request.csrf,
    addresses: answerAddresses(request.actor, round.id, file.answer.organisation),
    today,
    previous,
    progress: progressOf(form, file, previous?.values ?? {}, today),
    editable: takesAnswer(round, file.answer) && isEditable(file.answer.state),
  };
}
