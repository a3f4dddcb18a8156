import { type Notice, type NoticeStanding, type NoticeState, noticeStanding } from '#lib/core/notices/notice.ts';
import { type Answer, type AnswerStanding, answerStanding } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { inLanes } from './jobs/work.ts';

type Reader = Pick<Desk, 'table'>;

/** Every round, newest first. */
export async function allRounds({ table }: Reader): Promise<Round[]> {
  const items = await allItems(table, { index: 'gsi1', pk: lists.rounds(), descending: true });
  return items.map((item) => rows.round.read(item));
}

/** One round, or undefined. */
export const readRound = ({ table }: Reader, id: string): Promise<Round | undefined> =>
  find(table, rows.round, keys.round(id));

/** A round's answers, of the nation or of one prefecture, by prefecture and hospital code. The index may lag by a moment. */
export async function answersOf({ table }: Reader, round: string, prefecture?: string): Promise<Answer[]> {
  const narrowed = prefecture === undefined ? {} : { prefix: `${prefecture}#` };
  const items = await allItems(table, { index: 'gsi1', pk: lists.answersOf(round), ...narrowed });
  return items.map((item) => rows.answer.read(item));
}

/** A round's outbox, or one hospital's part of it. */
export async function noticesOf({ table }: Reader, round: string, organisation?: string): Promise<Notice[]> {
  const narrowed = organisation === undefined ? {} : { prefix: `${organisation}#` };
  const items = await allItems(table, { pk: keys.notice(round, '').pk, ...narrowed });
  return items.map((item) => rows.notice.read(item));
}

/** Where a round's answers stand, of the nation or of one prefecture, for pages that count them. */
export async function standingsOf({ table }: Reader, round: string, prefecture?: string): Promise<AnswerStanding[]> {
  const narrowed = prefecture === undefined ? {} : { prefix: `${prefecture}#` };
  const only = Object.keys(answerStanding.shape);
  const items = await allItems(table, { index: 'gsi1', pk: lists.answersOf(round), only, ...narrowed });
  return items.map((item) => answerStanding.parse(item));
}

/** How a round's mails stand, of the whole or of one hospital. */
export async function mailsOf({ table }: Reader, round: string, organisation?: string): Promise<NoticeStanding[]> {
  const narrowed = organisation === undefined ? {} : { prefix: `${organisation}#` };
  const only = Object.keys(noticeStanding.shape);
  const items = await allItems(table, { pk: keys.notice(round, '').pk, only, ...narrowed });
  return items.map((item) => noticeStanding.parse(item));
}

/** How the mails about these answers stand, hospital by hospital: for a prefecture's few, where the outbox is the largest thing of a round. */
export async function mailsAbout(
  desk: Reader,
  round: string,
  answers: readonly Pick<Answer, 'organisation'>[],
): Promise<NoticeStanding[]> {
  const found: NoticeStanding[] = [];
  await inLanes(answers, async ({ organisation }) => {
    found.push(...(await mailsOf(desk, round, organisation)));
  });
  return found;
}

/** A step of the ladder that was taken up: its name, when, and the job that wrote its reminders. */
export interface StepTaken {
  readonly step: string;
  readonly at: string;
  readonly job: string;
}

/** Reminder steps of a round that were taken up. */
export async function stepsTaken({ table }: Reader, round: string): Promise<StepTaken[]> {
  const { pk, sk } = keys.rung(round, '');
  return (await allItems(table, { pk, prefix: sk })).map((item) => rows.rung.read(item));
}

/** How mail stands with a hospital: on its way, out, arrived, late, not arriving for good, not known, or none was sent. */
export type MailStanding = 'waiting' | 'sent' | 'delivered' | 'delayed' | 'unreachable' | 'unknown' | 'none';

const standings: Readonly<Record<NoticeState, MailStanding>> = {
  pending: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  delayed: 'delayed',
  'soft-bounced': 'unreachable',
  delivered: 'delivered',
  bounced: 'unreachable',
  complained: 'unreachable',
  rejected: 'unreachable',
  unknown: 'unknown',
  withheld: 'unreachable',
  stopped: 'none',
};

/** How mail stands with each hospital, by the newest mail that it was sent; mails that were stopped say nothing. */
export function mailStanding(notices: readonly NoticeStanding[]): ReadonlyMap<string, MailStanding> {
  const newest = new Map<string, NoticeStanding>();
  for (const notice of notices) {
    if (notice.kind === 'colleague') continue;
    const known = newest.get(notice.organisation);
    if (notice.state !== 'stopped' && (!known || known.createdAt <= notice.createdAt)) {
      newest.set(notice.organisation, notice);
    }
  }
  return new Map([...newest].map(([organisation, { state }]) => [organisation, standings[state]]));
}
