import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { inviteAgain, inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import type { Passkeys } from '#lib/usecases/accounts/passkeys.ts';
import { readAccount } from '#lib/usecases/accounts/read-accounts.ts';
import { registerPasskey, startRegistration } from '#lib/usecases/accounts/register-passkey.ts';
import { revokeStaff } from '#lib/usecases/accounts/revoke-staff.ts';
import { signIn, startSignIn } from '#lib/usecases/accounts/sign-in.ts';
import { limits } from '#lib/usecases/accounts/throttle.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { actorOf } from '#lib/usecases/sessions.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

/** What the plain authenticator of these tests sends back. */
interface Reply {
  readonly passkey: string;
  readonly challenge: string;
  readonly counter: number;
}

const replyOf = (response: unknown): Reply => Object(response);

/** Passkeys that prove themselves by name: the use cases around them are what is tested. */
function plainPasskeys(): Passkeys {
  let number = 0;
  const options = async () => {
    const challenge = `challenge ${number++}`;
    return { options: { challenge }, challenge };
  };
  return {
    registrationOptions: options,
    signInOptions: options,
    claimed: (response) => replyOf(response).passkey,
    registered: async (response, accepts) => {
      const { passkey: id, challenge, counter } = replyOf(response);
      return (await accepts(challenge)) ? { id, publicKey: 'key', counter } : undefined;
    },
    signedIn: async (response, _passkey, accepts) => {
      const { challenge, counter } = replyOf(response);
      return (await accepts(challenge)) ? counter : undefined;
    },
  };
}

let country: SmallCountry;
let passkeys: Passkeys;

beforeEach(async () => {
  country = await smallCountry();
  passkeys = plainPasskeys();
});

const challengeOf = (begun: { ok: boolean; value?: unknown }): string => String(Object(begun.value).challenge);

async function invited(request = 'a1', office = 'ministry', by: Actor = ministry): Promise<string> {
  const made = await inviteStaff(country.desk, by, { name: '厚労 次郎', office, request });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.code;
}

async function register(code: string, passkey = 'p1') {
  const challenge = challengeOf(await startRegistration(country.desk, passkeys, code));
  return registerPasskey(country.desk, passkeys, { code, response: { passkey, challenge, counter: 0 } });
}

async function enter(passkey = 'p1', counter = 1) {
  const challenge = challengeOf(await startSignIn(country.desk, passkeys));
  return signIn(country.desk, passkeys, { passkey, challenge, counter });
}

describe('an invitation', () => {
  test('registers one passkey, signs its person in, and is spent by it', async () => {
    const code = await invited('a1', '03');
    const first = await register(code);
    const person = await actorOf(country.desk, first.ok ? first.value : '');
    expect(person).toEqual({ kind: 'prefecture', id: 'a1', name: '厚労 次郎', prefecture: '03' });
    expect(await startRegistration(country.desk, passkeys, code)).toEqual({ ok: false, error: { kind: 'bad-code' } });
  });

  test('is kept only as its hash', async () => {
    const code = await invited();
    expect(JSON.stringify(country.all())).not.toContain(code);
    expect(JSON.stringify(country.all())).not.toContain(code.replaceAll('-', ''));
  });

  test('is over after three days', async () => {
    const code = await invited();
    country.at('2026-12-04T01:00:00.000Z');
    expect(await register(code)).toEqual({ ok: false, error: { kind: 'bad-code' } });
  });

  test('spent by two at once registers one of them', async () => {
    const code = await invited();
    const done = await Promise.all([register(code, 'p1'), register(code, 'p2')]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await readAccount(country.desk, 'a1'))?.passkeys).toHaveLength(1);
  });

  test('takes no challenge that was given to another code', async () => {
    const [mine, other] = [await invited('a1'), await invited('a2')];
    const challenge = challengeOf(await startRegistration(country.desk, passkeys, other));
    const response = { passkey: 'p1', challenge, counter: 0 };
    const refused = await registerPasskey(country.desk, passkeys, { code: mine, response });
    expect(refused).toEqual({ ok: false, error: { kind: 'not-verified' } });
  });

  test('says at the field what is missing, and makes one account however often it is pressed', async () => {
    const empty = await inviteStaff(country.desk, ministry, { name: ' ', office: '99', request: 'a1' });
    expect(empty).toMatchObject({ ok: false, error: { problems: [{ field: 'name' }, { field: 'office' }] } });
    await invited('a1');
    const again = await inviteStaff(country.desk, ministry, { name: '別人', office: 'ministry', request: 'a1' });
    expect(again).toEqual({ ok: false, error: { kind: 'already-invited' } });
  });

  test('made anew by a colleague replaces lost passkeys; made by oneself adds one', async () => {
    await register(await invited());
    const own: Actor = { kind: 'ministry', id: 'a1', name: '厚労 次郎' };
    const more = await inviteAgain(country.desk, own, 'a1');
    await register(more.ok ? more.value.code : '', 'p2');
    expect((await readAccount(country.desk, 'a1'))?.passkeys.map(({ id }) => id)).toEqual(['p1', 'p2']);
    const lost = await inviteAgain(country.desk, ministry, 'a1');
    await register(lost.ok ? lost.value.code : '', 'p3');
    expect((await readAccount(country.desk, 'a1'))?.passkeys.map(({ id }) => id)).toEqual(['p3']);
    expect((await enter('p1')).ok).toBe(false);
    expect((await enter('p3')).ok).toBe(true);
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await register(await invited());
  });

  test('opens a session for the account, and its history says so in an unbroken chain', async () => {
    const entered = await enter('p1', 7);
    expect(await actorOf(country.desk, entered.ok ? entered.value : '')).toMatchObject({ kind: 'ministry', id: 'a1' });
    expect((await readAccount(country.desk, 'a1'))?.passkeys[0]).toMatchObject({ counter: 7 });
    const { entries, whole } = await auditOf(country.desk, 'account:a1');
    expect(entries.map(({ act }) => act)).toEqual(['account.invite', 'account.register', 'account.sign-in']);
    expect(whole).toBe(true);
  });

  test('takes a challenge once', async () => {
    const challenge = challengeOf(await startSignIn(country.desk, passkeys));
    const response = { passkey: 'p1', challenge, counter: 1 };
    expect((await signIn(country.desk, passkeys, response)).ok).toBe(true);
    expect(await signIn(country.desk, passkeys, response)).toEqual({ ok: false, error: { kind: 'not-known' } });
  });

  test('takes no challenge older than five minutes, nor one that was never given', async () => {
    const challenge = challengeOf(await startSignIn(country.desk, passkeys));
    country.at('2026-12-01T01:05:00.000Z');
    expect((await signIn(country.desk, passkeys, { passkey: 'p1', challenge, counter: 1 })).ok).toBe(false);
    expect((await signIn(country.desk, passkeys, { passkey: 'p1', challenge: 'x', counter: 1 })).ok).toBe(false);
  });

  test('takes no challenge of a registration', async () => {
    const code = await invited('a2');
    const challenge = challengeOf(await startRegistration(country.desk, passkeys, code));
    expect((await signIn(country.desk, passkeys, { passkey: 'p1', challenge, counter: 1 })).ok).toBe(false);
  });

  test('waits after five failures, for a quarter of an hour', async () => {
    for (let failure = 0; failure < limits.account.count; failure++) {
      await signIn(country.desk, passkeys, { passkey: 'p1', challenge: 'x', counter: 1 });
    }
    expect(await enter()).toEqual({ ok: false, error: { kind: 'too-often' } });
    country.at('2026-12-01T01:15:00.000Z');
    expect((await enter()).ok).toBe(true);
  });

  test('stops for a revoked account, without telling it from an unknown passkey', async () => {
    await revokeStaff(country.desk, ministry, 'a1');
    expect(await enter('p1')).toEqual({ ok: false, error: { kind: 'not-known' } });
    expect(await enter('nobody')).toEqual({ ok: false, error: { kind: 'not-known' } });
  });

  test('nobody takes their own access away', async () => {
    const own: Actor = { kind: 'ministry', id: 'a1', name: '厚労 次郎' };
    expect(await revokeStaff(country.desk, own, 'a1')).toEqual({ ok: false, error: { kind: 'own-account' } });
  });
});

describe('a session of an account', () => {
  test('ends with the account: every open session is over at once, in the same act', async () => {
    const first = await register(await invited('a1', '03'));
    const second = await enter();
    const secrets = [first, second].map((opened) => (opened.ok ? opened.value : ''));
    await revokeStaff(country.desk, ministry, 'a1');
    for (const secret of secrets) expect(await actorOf(country.desk, secret)).toEqual({ kind: 'nobody' });
    expect((await readAccount(country.desk, 'a1'))?.sessions).toEqual([]);
  });

  test('ends everywhere else for somebody who begins anew, and goes on for one who only adds a passkey', async () => {
    const first = await register(await invited('a1'));
    const self: Actor = { kind: 'ministry', id: 'a1', name: '厚労 次郎' };
    const added = await inviteAgain(country.desk, self, 'a1');
    await register(added.ok ? added.value.code : '', 'p2');
    const secret = first.ok ? first.value : '';
    expect(await actorOf(country.desk, secret)).toMatchObject({ id: 'a1' });
    const anew = await inviteAgain(country.desk, ministry, 'a1');
    const last = await register(anew.ok ? anew.value.code : '', 'p3');
    expect(await actorOf(country.desk, secret)).toEqual({ kind: 'nobody' });
    expect(await actorOf(country.desk, last.ok ? last.value : '')).toMatchObject({ id: 'a1' });
  });

  test('lasts in twenty browsers at once; the oldest gives way', async () => {
    const first = await register(await invited());
    for (let n = 1; n <= 20; n++) await enter('p1', n);
    expect(await actorOf(country.desk, first.ok ? first.value : '')).toEqual({ kind: 'nobody' });
    expect((await readAccount(country.desk, 'a1'))?.sessions).toHaveLength(20);
  });
});
