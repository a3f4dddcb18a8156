import { describe, expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { informPartners } from '#lib/usecases/jobs/inform-partners.ts';
import { readLink } from '#lib/usecases/redeem-link.ts';
import { readPool } from '#lib/usecases/released-pool.ts';
import {
  release,
  releaseJob,
  submission,
  villageDesk,
  villageRound,
  villager,
} from '#test/functions/partner/village.ts';

const round = villageRound('release');
const guild = villager('0101-guild');
const idle = villager('0101-idle', { takesPart: [] });
const far = villager('0201-guild');
const lodge = villager('0301-lodge');
const isle = villager('0102-isle', { takesPart: [] });
const silent = villager('0301-silent');

async function seeded() {
  const desk = villageDesk();
  await desk.table.putAll([
    rows.round.item(round),
    ...[guild, idle, far, lodge, isle, silent].map((one) => rows.organisation.item(one)),
    ...submission(round, lodge, { talks: 'yes', rooms: 40 }),
    ...submission(round, isle, { talks: 'yes', rooms: 60 }),
    ...submission(round, silent, { rooms: 99 }, { state: 'drafting', revision: 0 }),
  ]);
  return desk;
}

const mails = (desk: Awaited<ReturnType<typeof seeded>>) =>
  desk.table
    .all()
    .filter(({ pk }) => pk === `OUT#${round.id}`)
    .map((item) => rows.notice.read(item));

describe('releasing a round', () => {
  test('passes on what was answered and tells each matched partner that takes part', async () => {
    const desk = await seeded();
    const progress = await release(desk, round);
    expect(progress.state).toBe('done');
    const released = await readPool(desk.table, round);
    expect(Object.keys(released?.revisions ?? {}).sort()).toEqual([isle.id, lodge.id]);
    expect(mails(desk).map(({ organisation, kind, vars }) => [organisation, kind, vars])).toEqual(
      expect.arrayContaining([
        [guild.id, 'list', { hosts: 2 }],
        [far.id, 'list', { hosts: 1 }],
      ]),
    );
    const after = await find(desk.table, rows.round, keys.round(round.id));
    expect(after).toMatchObject({ state: 'released', releasedAt: desk.world.now() });
  });

  test('counts for each partner the hospitals that it may see: an island shows itself to its own prefecture alone', async () => {
    const desk = await seeded();
    await release(desk, round);
    const told = new Map(mails(desk).map(({ organisation, vars }) => [organisation, vars.hosts]));
    expect(told.get(guild.id)).toBe(2);
    expect(told.get(far.id)).toBe(1);
    expect(told.has(idle.id)).toBe(false);
  });

  test('gives every partner a link of its own, for its list alone', async () => {
    const desk = await seeded();
    await release(desk, round);
    const links = await Promise.all(mails(desk).map(({ token }) => readLink(desk, token ?? '')));
    expect(
      links.map((link) => link.ok && [link.value.organisation, link.value.purpose, link.value.round]).sort(),
    ).toEqual([
      [guild.id, 'list', round.id],
      [far.id, 'list', round.id],
    ]);
  });

  test('done twice it sends nothing twice', async () => {
    const desk = await seeded();
    await release(desk, round);
    const before = mails(desk);
    await informPartners(desk, releaseJob(round));
    expect(mails(desk)).toEqual(before);
  });

  test('writes to nobody whose list is empty or who has no address', async () => {
    const desk = villageDesk();
    const alone = villageRound('alone');
    const mute = villager('0101-mute', { contacts: [] });
    await desk.table.putAll([
      rows.round.item(alone),
      ...[mute, far, isle].map((one) => rows.organisation.item(one)),
      ...submission(alone, isle, { talks: 'yes', rooms: 60 }),
    ]);
    expect((await release(desk, alone)).state).toBe('done');
    expect(desk.table.all().filter(({ pk }) => pk === 'OUT#alone')).toEqual([]);
  });

  test('fails in words when the round is gone', async () => {
    const desk = villageDesk();
    const progress = await informPartners(desk, releaseJob(villageRound('nowhere')));
    expect(progress).toMatchObject({ state: 'failed', outcome: ['調査が見つかりません。'] });
  });
});
