import { expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { tokenHash } from '#lib/usecases/link-token.ts';
import { readLink, redeemLink } from '#lib/usecases/redeem-link.ts';
import { actorOf } from '#lib/usecases/sessions.ts';
import { clinic } from '#test/functions/hospital/clinic.ts';

test('a link opens a session for its hospital, round and purpose, and may be opened again', async () => {
  const { desk, table, token } = await clinic();
  for (const _ of [1, 2]) {
    const opened = await redeemLink(desk, token);
    const actor = await actorOf(desk, opened.ok ? opened.value.secret : '');
    expect(actor).toMatchObject({ kind: 'hospital', organisation: 'h1', round: 'r1', purpose: 'answer' });
  }
  expect((await find(table, rows.answer, keys.answer('r1', 'h1')))?.state).toBe('opened');
});

test('reading a link opens nothing, and the token itself is stored nowhere', async () => {
  const { desk, table, token } = await clinic();
  expect((await readLink(desk, token)).ok).toBe(true);
  expect((await find(table, rows.answer, keys.answer('r1', 'h1')))?.state).toBe('unopened');
  expect(JSON.stringify(table.all())).not.toContain(token);
});

test('a revoked, an expired and an unknown link are told apart', async () => {
  const { desk, table, token, at } = await clinic();
  const kind = async (typed: string) => {
    const link = await redeemLink(desk, typed);
    return link.ok ? 'opened' : link.error.kind;
  };
  expect(await kind('nothing')).toBe('unknown');
  at('2027-12-01T00:00:00.000Z');
  expect(await kind(token)).toBe('expired');
  const capability = await find(table, rows.capability, keys.capability(tokenHash(token)));
  if (!capability) throw new Error('the link is gone');
  const place = { ...capability, tokenHash: tokenHash(token), revokedAt: '2027-01-21T00:00:00.000Z' };
  await table.putAll([rows.capability.item(place)]);
  expect(await kind(token)).toBe('revoked');
});
