import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { rows } from '#lib/store/rows.ts';
import { readApproaches } from '#lib/usecases/read-approaches.ts';
import { messageLimit, startApproach } from '#lib/usecases/start-approach.ts';
import { release, submission, villageDesk, villageRound, villager } from '#test/functions/partner/village.ts';

const round = villageRound('talk');
const guild = villager('0101-guild');
const far = villager('0201-guild');
const lodge = villager('0301-lodge');
const shut = villager('0301-shut');
const isle = villager('0202-isle');

const actor: Actor = {
  kind: 'hospital',
  organisation: guild.id,
  prefecture: '01',
  round: round.id,
  purpose: 'list',
  name: '担当',
};
const wish = { round: round.id, organisation: guild.id, partner: lodge.id, message: '　秋から2人お願いします。\n' };

async function seeded(contacts = lodge.contacts) {
  const desk = villageDesk();
  await desk.table.putAll([
    rows.round.item(round),
    ...[guild, far, { ...lodge, contacts }, shut, isle].map((one) => rows.organisation.item(one)),
    ...submission(round, lodge, { talks: 'yes', rooms: 40 }),
    ...submission(round, shut, { talks: 'no', rooms: 60 }),
    ...submission(round, isle, { talks: 'yes', rooms: 60 }),
  ]);
  await release(desk, round);
  return desk;
}

const kept = (desk: Awaited<ReturnType<typeof seeded>>, prefix: string) =>
  desk.table.all().filter(({ pk }) => pk.startsWith(prefix));

describe('asking a partner to talk', () => {
  test('keeps one record and orders one mail with the message and whom to answer', async () => {
    const desk = await seeded();
    const started = await startApproach(desk, actor, wish);
    expect(started).toMatchObject({
      ok: true,
      value: { state: 'asked', openedBy: 'source', message: '秋から2人お願いします。' },
    });
    const mails = kept(desk, 'OUT#').filter(({ kind }) => kind === 'approach');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      organisation: lodge.id,
      to: lodge.contacts[0]?.email,
      vars: { sourceName: guild.name, contactEmail: guild.contacts[0]?.email, message: '秋から2人お願いします。' },
    });
  });

  test('pressed twice, or by two people at once, it is still one', async () => {
    const desk = await seeded();
    const both = await Promise.all([
      startApproach(desk, actor, wish),
      startApproach(desk, actor, { ...wish, message: '別の文' }),
    ]);
    const third = await startApproach(desk, actor, { ...wish, message: 'もう一度' });
    expect(both.every(({ ok }) => ok) && third.ok).toBe(true);
    expect(kept(desk, 'APP#')).toHaveLength(1);
    expect(kept(desk, 'OUT#').filter(({ kind }) => kind === 'approach')).toHaveLength(1);
    expect(third).toMatchObject({ value: { message: kept(desk, 'APP#')[0]?.message } });
  });

  test('needs a message of at most a thousand characters, counted as people count', async () => {
    const desk = await seeded();
    expect(await startApproach(desk, actor, { ...wish, message: ' \n' })).toMatchObject({
      error: { kind: 'message-missing' },
    });
    const long = '𠮷'.repeat(messageLimit);
    expect(await startApproach(desk, actor, { ...wish, message: `${long}。` })).toMatchObject({
      error: { kind: 'message-too-long' },
    });
    expect(await startApproach(desk, actor, { ...wish, message: long })).toMatchObject({ ok: true });
  });

  test('is refused for a hospital outside the own list, and writes nothing', async () => {
    const desk = await seeded();
    for (const partner of [isle.id, far.id, guild.id, 'nobody']) {
      expect(await startApproach(desk, actor, { ...wish, partner })).toMatchObject({ error: { kind: 'not-in-list' } });
    }
    expect(await startApproach(desk, actor, { ...wish, round: 'other' })).toMatchObject({
      error: { kind: 'not-in-list' },
    });
    expect(kept(desk, 'APP#')).toEqual([]);
  });

  test('is refused, with its reason, where the partner takes no requests', async () => {
    const desk = await seeded();
    expect(await startApproach(desk, actor, { ...wish, partner: shut.id })).toEqual({
      ok: false,
      error: { kind: 'closed', because: '受入相談は不可と回答しています。' },
    });
  });

  test('is refused where the partner has no address', async () => {
    const desk = await seeded([]);
    expect(await startApproach(desk, actor, wish)).toEqual({ ok: false, error: { kind: 'no-contact', of: 'partner' } });
  });

  test('shows each hospital only the conversations in which it has a part', async () => {
    const desk = await seeded();
    await startApproach(desk, actor, wish);
    await startApproach(desk, actor, { ...wish, organisation: far.id, partner: isle.id });
    const [own, other, received] = await Promise.all([
      readApproaches(desk, round.id, guild.id),
      readApproaches(desk, round.id, far.id),
      readApproaches(desk, round.id, lodge.id),
    ]);
    expect(own.sent.map(({ destination }) => destination)).toEqual([lodge.id]);
    expect(other.sent.map(({ destination }) => destination)).toEqual([isle.id]);
    expect(received).toMatchObject({ sent: [], received: [{ source: guild.id }] });
    expect(await readApproaches(desk, 'other-round', lodge.id)).toEqual({ sent: [], received: [] });
  });

  test('goes the other way where 連携先 were given the list', async () => {
    const desk = villageDesk();
    const reverse = villageRound('reverse', 'guilds');
    await desk.table.putAll([
      rows.round.item(reverse),
      ...[guild, lodge].map((one) => rows.organisation.item(one)),
      ...submission(reverse, guild, { wanted: 70 }),
    ]);
    await release(desk, reverse);
    const started = await startApproach(
      desk,
      { ...actor, organisation: lodge.id, round: reverse.id },
      { round: reverse.id, organisation: lodge.id, partner: guild.id, message: '空きがあります。' },
    );
    expect(started).toMatchObject({ value: { openedBy: 'destination', source: guild.id, contact: lodge.contacts[0] } });
    expect((await readApproaches(desk, reverse.id, guild.id)).received).toHaveLength(1);
    expect((await readApproaches(desk, reverse.id, lodge.id)).sent).toHaveLength(1);
  });
});
