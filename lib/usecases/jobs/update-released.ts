import * as z from 'zod/mini';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { type Organisation, organisation } from '#lib/core/organisations/organisation.ts';
import { correctionPassedOn, isCorrected } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { number, text } from '#lib/core/shapes.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from '../change-answer.ts';
import type { RuleDesk } from '../desk.ts';
import { findSurvey } from '../find-survey.ts';
import { gatherUpdate } from '../gather-release.ts';
import { keepRound } from '../keep-round.ts';
import { linkedMail } from '../linked-mail.ts';
import { keepPool, readPool } from '../released-pool.ts';
import { frozenPart, inLanes, nextStep, type Progress } from './work.ts';

/** What an update is, frozen when its job begins: its number, the answers it passes on, and whom it concerns. */
const plan = z.object({
  update: number,
  revisions: z.record(text, number),
  targets: z.array(z.object({ id: text, hospitals: text })),
});

/** Updates what a round released by corrected answers: lays the new pool beside the old one, turns every list to it at once, and then tells each partner in whose list one of them stands. */
export async function updateReleased(desk: RuleDesk, job: Job): Promise<Progress> {
  const round = job.round === undefined ? undefined : await find(desk.table, rows.round, keys.round(job.round));
  const found = round && (await findSurvey(desk, round));
  const informs = found?.survey.informs;
  if (!round || !found || !informs) return { done: 0, total: 0, state: 'failed', outcome: ['調査が見つかりません。'] };
  const { matching } = found.edition;
  const all = await frozenPart(
    desk,
    job,
    'update',
    async () => {
      const before = await readPool(desk.table, round);
      if (!before || !round.updating) return { update: 0, revisions: {}, targets: [] };
      const { update, revisions } = round.updating;
      const after = await gatherUpdate(desk, round, found, before, revisions, job.createdAt);
      await keepPool(desk.table, { id: round.id, updates: update }, after);
      const rankings = [matching.open(before.pool), matching.open(after.pool)];
      const names = new Map(after.corrected?.map(({ organisation: id, name }) => [id, name]));
      const listed = (side: string, partner: string) =>
        rankings.some((ranking) => ranking.list(informs, side)?.entry(partner) !== undefined);
      const others = after.pool[informs === 'source' ? 'sources' : 'hosts'].organisation;
      const partners = await desk.table.getAll(others.map((id) => keys.organisation(id)));
      const targets = partners
        .map((item) => organisation.parse(item))
        .filter(({ takesPart }) => informs === 'destination' || takesPart?.includes(found.program.id))
        .map(({ id }) => ({ id, changed: Object.keys(revisions).filter((partner) => listed(id, partner)) }))
        .filter(({ changed }) => changed.length > 0)
        .map(({ id, changed }) => ({ id, hospitals: listWords(changed.map((one) => names.get(one) ?? '')) }));
      return { update, revisions, targets };
    },
    (body) => plan.parse(body),
  );
  const { update, revisions, targets } = all;
  const total = targets.length;
  if (update === 0) return { done: 0, total, state: 'failed', outcome: ['更新する内容が見つかりません。'] };
  if (round.updating?.update === update) {
    const detail = { update, informed: total };
    const change = { updates: update, updating: undefined };
    const kept = await keepRound(desk, job.by, round, change, { at: desk.world.now(), act: 'round.updated', detail });
    if (!kept.ok) return { done: job.done, total, state: 'running' };
  }
  if (job.done === 0) {
    await inLanes(Object.entries(revisions), ([id, revision]) => passedOn(desk, job, round, id, revision, update));
  }
  const { batch, progress } = nextStep(job, targets);
  const named = new Map(batch.map(({ id, hospitals }) => [id, hospitals]));
  const items = await desk.table.getAll(batch.map(({ id }) => keys.organisation(id)));
  await inLanes(
    items.map((item) => organisation.parse(item)),
    (partner) => tell(desk, round, partner, named.get(partner.id) ?? '', update),
  );
  if (progress.state === 'running') return progress;
  const day = dayOfInstant(desk.world.now());
  const passed = Object.keys(revisions).length;
  const line = `${passed}病院の修正した回答に更新し、一覧に載る${total}病院に知らせました（${day}）。`;
  return { ...progress, outcome: [line] };
}

/** Ends the leave to correct an answer that was passed on; one that was sent back meanwhile keeps it. */
async function passedOn(
  desk: RuleDesk,
  job: Job,
  round: Round,
  id: string,
  revision: number,
  update: number,
): Promise<void> {
  for (;;) {
    const before = await find(desk.table, rows.answer, keys.answer(round.id, id));
    if (!before || before.revision !== revision || !isCorrected(before)) return;
    const { writes } = changeAnswer(before, correctionPassedOn(before), {
      at: desk.world.now(),
      actor: job.by,
      act: 'answer.correction-passed-on',
      detail: { revision, update },
    });
    if ((await desk.table.commit(writes)).ok) return;
  }
}

/** Names of hospitals as a mail says them; the list itself shows them all. */
const listWords = (names: readonly string[], most = 5): string =>
  `${names.slice(0, most).join('、')}${names.length > most ? ` ほか${names.length - most}病院` : ''}`;

async function tell(
  desk: RuleDesk,
  round: Round,
  partner: Organisation,
  hospitals: string,
  update: number,
): Promise<void> {
  const to = partner.contacts[0];
  if (!to) return;
  const occasion = { kind: 'list-updated', step: `u${update}`, to, vars: { hospitals }, at: desk.world.now() } as const;
  await desk.table.commit(linkedMail(desk.world, round, partner, occasion));
}
