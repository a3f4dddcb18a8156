import { describe, expect, test } from 'vitest';
import { isOpened } from '#lib/core/distributions/addressee.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import { keys } from '#lib/store/keys.ts';
import { attachFiles, detachFile } from '#lib/usecases/distributions/attach-file.ts';
import { findAudience } from '#lib/usecases/distributions/find-audience.ts';
import { openDocumentFile, redeemDocumentLink } from '#lib/usecases/distributions/open-document.ts';
import { orderChase } from '#lib/usecases/distributions/order-chase.ts';
import {
  addresseesOf,
  allDistributions,
  correctionsOf,
  readDistribution,
} from '#lib/usecases/distributions/read-distributions.ts';
import { saveDistribution } from '#lib/usecases/distributions/save-distribution.ts';
import { sendDistribution } from '#lib/usecases/distributions/send-distribution.ts';
import { discardDraft, withdrawDistribution } from '#lib/usecases/distributions/withdraw-distribution.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { redeemLink } from '#lib/usecases/redeem-link.ts';
import { actorOf } from '#lib/usecases/sessions.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { draftDocument, pdf, sendNow, sentDocument, typedDocument } from '#test/support/sent-document.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

const read = async ({ desk }: Pick<SmallCountry, 'desk'>, id = 'doc1') => {
  const found = await readDistribution(desk, id);
  if (!found) throw new Error('no document');
  return found;
};

const tokenIn = (room: MailRoom, to: string): string =>
  /#([0-9A-Z-]+)/.exec(room.letters.findLast((letter) => letter.to === to)?.text ?? '')?.[1] ?? '';

/** Opens the document's file by the link in the newest mail to an address. */
async function openBy(room: MailRoom, to: string): Promise<Actor> {
  const { desk } = room.country;
  const opened = await redeemDocumentLink(desk, tokenIn(room, to));
  if (!opened.ok) throw new Error(opened.error);
  const actor = await actorOf(desk, opened.value.secret);
  if (actor.kind !== 'addressee') throw new Error(actor.kind);
  const document = await read(room.country, actor.distribution);
  const file = filesIn(document.files)[0]?.id ?? '';
  expect(await openDocumentFile(desk, actor, document, { addressee: actor, file })).toMatchObject({ name: 'QA集.pdf' });
  return actor;
}

const unopenedOf = async (room: MailRoom, prefecture?: string) =>
  (await addresseesOf(room.desk, 'doc1', prefecture))
    .filter((one) => !isOpened(one))
    .map(({ organisation }) => organisation);

describe('Whom a document goes to', () => {
  test('is computed from the register: offices, 連携先 and 連携元, each once', async () => {
    const country = await smallCountry();
    await draftDocument(country);
    const { chosen, unresolved } = await findAudience(country.desk, typedDocument(country).audience);
    expect(chosen.map(({ organisation, roles }) => [organisation.id, ...roles])).toEqual([
      ['pref-03', 'office'],
      ['IWATE1', 'destination'],
      ['IWATE2', 'destination'],
      ['IWATE3', 'destination'],
      ['pref-04', 'office'],
      ['TOKYO1', 'source'],
      ['TOKYO2', 'source'],
    ]);
    expect(unresolved.map(({ id }) => id)).toEqual(['MIYAGI1']);
    const only = { ...typedDocument(country).audience, roles: ['destination' as const], prefectures: ['03'] };
    expect((await findAudience(country.desk, only)).chosen).toHaveLength(3);
  });

  test('is a prefecture’s own hospitals when a prefecture sends, whatever was chosen', async () => {
    const country = await smallCountry();
    await sentDocument(country, iwate);
    const sent = await addresseesOf(country.desk, 'doc1');
    expect(sent.map(({ organisation }) => organisation)).toEqual(['IWATE1', 'IWATE2', 'IWATE3']);
    expect(await read(country)).toMatchObject({ office: '03', state: 'sent', reached: ['03'] });
  });
});

describe('A draft', () => {
  test('says at each field what is missing, and keeps nothing', async () => {
    const country = await smallCountry();
    const empty = { title: ' ', note: '', officeName: '', officeTelephone: 'x', corrects: 'none' };
    const audience = { program: 'none', edition: '', roles: [], prefectures: [] };
    const saved = await saveDistribution(country.desk, ministry, typedDocument(country, { ...empty, audience }));
    expect(!saved.ok && saved.error.kind === 'problems' && saved.error.problems.map(({ field }) => field)).toEqual([
      'title',
      'note',
      'officeName',
      'officeTelephone',
      'roles',
      'scheme',
      'corrects',
    ]);
    expect(await allDistributions(country.desk, undefined)).toEqual([]);
  });

  test('is not changed by another office, nor by who saw an older one', async () => {
    const country = await smallCountry();
    await draftDocument(country);
    const other = typedDocument(country, { title: '別の件名', seen: 2 });
    expect(await saveDistribution(country.desk, iwate, other)).toMatchObject({ ok: false });
    expect(await saveDistribution(country.desk, ministry, { ...other, seen: 1 })).toMatchObject({ ok: false });
    expect(await saveDistribution(country.desk, ministry, other)).toMatchObject({ ok: true });
    expect(await saveDistribution(country.desk, ministry, other)).toMatchObject({ ok: true, value: { version: 3 } });
  });

  test('takes files by what they are, all or none, and lets one go', async () => {
    const country = await smallCountry();
    await draftDocument(country);
    const html = { name: '案内.pdf', bytes: new TextEncoder().encode('<html>') };
    const good = { name: '補助金の概要.pdf', bytes: pdf };
    const refused = await attachFiles(country.desk, ministry, { id: 'doc1', files: [good, html] });
    expect(refused).toEqual({ ok: false, error: [{ kind: 'wrong-kind', name: '案内.pdf' }] });
    expect((await read(country)).files).toHaveLength(1);
    await attachFiles(country.desk, ministry, { id: 'doc1', files: [good] });
    const [first] = filesIn((await read(country)).files);
    await detachFile(country.desk, ministry, { id: 'doc1', file: first?.id ?? '' });
    await detachFile(country.desk, ministry, { id: 'doc1', file: first?.id ?? '' });
    expect(filesIn((await read(country)).files).map(({ name }) => name)).toEqual(['補助金の概要.pdf']);
  });
});

describe('A document that is sent', () => {
  test('brings each of them one mail with the note and a link, however often it is said', async () => {
    const room = await mailRoom();
    await draftDocument(room.country);
    await sendNow(room.country, 'doc1');
    await sendNow(room.country, 'doc1');
    await room.country.runJobs();
    const job = await room.desk.table.get(keys.job('send-doc1'));
    await room.desk.table.putAll([{ ...Object(job), state: 'running', done: 0 }]);
    await room.country.runJobs();
    await room.deliver();
    await room.deliver();
    expect(room.letters.map(({ to }) => to).sort()).toEqual([
      'ishi@pref03.example',
      'ishi@pref04.example',
      'kenshu@iwate1.example',
      'kenshu@iwate2.example',
      'kenshu@iwate3.example',
      'kenshu@tokyo1.example',
      'kenshu@tokyo2.example',
    ]);
    const letter = room.letters.find(({ to }) => to === 'kenshu@iwate1.example');
    expect(letter).toMatchObject({ stream: 'round', subject: '【事務連絡】広域連携型プログラムQA集の送付' });
    expect(letter?.text).toMatch(
      /架空IWATE1病院　担当　様.*QA集を送ります。.*QA集\.pdf.*\/d\/open#[0-9A-Z-]+\n（.*文書コード/s,
    );
    expect(await read(room.country)).toMatchObject({ state: 'sent', counted: 7, reached: ['03', '04', '13'] });
  });

  test('goes nowhere when the list or the document moved since they were shown, or has no file', async () => {
    const country = await smallCountry();
    const { desk } = country;
    await draftDocument(country);
    expect(await sendDistribution(desk, ministry, { id: 'doc1', seen: 'other', version: 2 })).toMatchObject({
      error: { kind: 'audience-moved' },
    });
    expect(await sendDistribution(desk, ministry, { id: 'doc1', seen: 'other', version: 1 })).toMatchObject({
      error: { kind: 'moved-meanwhile' },
    });
    await saveDistribution(desk, ministry, typedDocument(country, { id: 'doc2' }));
    expect(await sendNow(country, 'doc2')).toMatchObject({ error: { kind: 'no-files' } });
    expect(await country.runJobs()).toBe(0);
  });

  test('never changes: a correction is another that names it', async () => {
    const room = await mailRoom();
    await sentDocument(room.country);
    const again = typedDocument(room.country, { title: '別の件名', seen: 4 });
    expect(await saveDistribution(room.desk, ministry, again)).toMatchObject({ ok: false });
    expect(
      await attachFiles(room.country.desk, ministry, { id: 'doc1', files: [{ name: 'a.pdf', bytes: pdf }] }),
    ).toEqual({
      ok: false,
      error: [{ kind: 'not-a-draft' }],
    });
    await sentDocument(room.country, ministry, { id: 'doc2', title: 'QA集の訂正', corrects: 'doc1' });
    expect(await correctionsOf(room.desk, 'doc1')).toMatchObject([{ by: 'doc2', title: 'QA集の訂正' }]);
    await room.deliver();
    expect(room.letters.at(-1)?.text).toMatch(/「広域連携型プログラムQA集の送付」を訂正するものです。/);
  });

  test('is seen by the prefectures that it reached, and a draft by none but its office', async () => {
    const country = await smallCountry();
    await draftDocument(country);
    expect(await allDistributions(country.desk, '03')).toEqual([]);
    await sendNow(country, 'doc1');
    expect(await allDistributions(country.desk, '03')).toHaveLength(1);
    expect(await allDistributions(country.desk, '14')).toEqual([]);
  });
});

describe('Opening', () => {
  test('is recorded with who came first and when; looking, and coming later, change nothing', async () => {
    const room = await mailRoom('2026-12-01T01:00:00.000Z');
    await sentDocument(room.country);
    await room.deliver();
    expect(await redeemDocumentLink(room.desk, tokenIn(room, 'kenshu@iwate1.example'))).toMatchObject({ ok: true });
    expect(await unopenedOf(room, '03')).toEqual(['IWATE1', 'IWATE2', 'IWATE3', 'pref-03']);
    room.country.at('2026-12-01T02:00:00.000Z');
    await openBy(room, 'kenshu@iwate1.example');
    room.country.at('2026-12-01T03:00:00.000Z');
    await openBy(room, 'kenshu@iwate1.example');
    expect(await unopenedOf(room, '03')).toEqual(['IWATE2', 'IWATE3', 'pref-03']);
    expect((await addresseesOf(room.desk, 'doc1', '03'))[0]).toMatchObject({
      openedAt: '2026-12-01T02:00:00.000Z',
      openedBy: '担当',
      openedFile: 'QA集.pdf',
    });
  });

  test('needs a link that was given out and is not past its day, and that link opens no answer', async () => {
    const room = await mailRoom();
    await sentDocument(room.country);
    await room.deliver();
    const token = tokenIn(room, 'kenshu@iwate1.example');
    expect(await redeemDocumentLink(room.desk, 'AAAAA')).toEqual({ ok: false, error: 'unknown' });
    expect(await redeemLink(room.desk, token)).toMatchObject({ error: { kind: 'unknown' } });
    room.country.at('2028-01-01T00:00:00.000Z');
    expect(await redeemDocumentLink(room.desk, token)).toEqual({ ok: false, error: 'expired' });
  });

  test('writes no record for an organisation that it was not sent to', async () => {
    const room = await mailRoom();
    await sentDocument(room.country);
    const document = await read(room.country);
    const stranger = { prefecture: '14', organisation: 'KANAGAWA1' };
    const file = filesIn(document.files)[0]?.id ?? '';
    await openDocumentFile(room.country.desk, ministry, document, { addressee: stranger, file });
    expect(await addresseesOf(room.desk, 'doc1', '14')).toEqual([]);
  });
});

describe('A mail that did not arrive', () => {
  test('is followed by one to the next contact, with a link that opens; by none once somebody there has opened it', async () => {
    const room = await mailRoom('2026-12-01T01:00:00.000Z');
    const [first, second] = ['one', 'two'].map((name) => ({ name, email: `${name}@iwate1.example` }));
    if (!first || !second) throw new Error('no contacts');
    for (const id of ['IWATE1', 'IWATE2']) await room.contacts(id, first, { ...second, email: `two@${id}.example` });
    await sentDocument(room.country);
    await room.deliver();
    const [toFirst] = room.notices('document', 'IWATE1');
    await room.tell(toFirst, 'bounced');
    await room.tell(toFirst, 'bounced');
    await room.deliver();
    expect(room.letters.at(-1)?.to).toBe('two@IWATE1.example');
    expect(await openBy(room, 'two@IWATE1.example')).toMatchObject({ organisation: 'IWATE1', name: 'two' });
    await room.tell(room.notices('document', 'IWATE2')[0], 'rejected');
    const { desk } = room.country;
    const distribution = await read(room.country);
    const file = filesIn(distribution.files)[0]?.id ?? '';
    const addressee = { prefecture: '03', organisation: 'IWATE2' };
    await openDocumentFile(desk, ministry, distribution, { addressee, file });
    await room.deliver();
    expect(room.letters.map(({ to }) => to)).not.toContain('two@IWATE2.example');
    expect(room.notices('document', 'IWATE2').map(({ state }) => state)).toEqual(['rejected', 'stopped']);
  });
});

describe('Sending again', () => {
  test('goes to those alone who have not opened it, once a day', async () => {
    const room = await mailRoom('2026-12-01T01:00:00.000Z');
    await sentDocument(room.country);
    await room.deliver();
    await openBy(room, 'kenshu@iwate1.example');
    const before = room.letters.length;
    room.country.at('2026-12-08T01:00:00.000Z');
    expect(await orderChase(room.desk, ministry, 'doc1')).toMatchObject({ ok: true });
    expect(await orderChase(room.desk, ministry, 'doc1')).toEqual({ ok: false, error: 'today-already' });
    await room.country.runJobs();
    expect(await orderChase(room.desk, iwate, 'doc1')).toMatchObject({ ok: true });
    await room.country.runJobs();
    await room.deliver();
    const again = room.letters.slice(before);
    expect(again.map(({ to }) => to)).not.toContain('kenshu@iwate1.example');
    expect(again).toHaveLength(6);
    expect(again[0]?.subject).toBe('【再送・事務連絡】広域連携型プログラムQA集の送付');
    room.country.at('2026-12-09T01:00:00.000Z');
    expect(await orderChase(room.desk, iwate, 'doc1')).toMatchObject({ ok: true });
    await room.country.runJobs();
    await room.deliver();
    expect(
      room.letters
        .slice(before + 6)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['ishi@pref03.example', 'kenshu@iwate2.example', 'kenshu@iwate3.example']);
  });

  test('lets be whoever opens it between the order and the mail', async () => {
    const room = await mailRoom('2026-12-01T01:00:00.000Z');
    await sentDocument(room.country);
    await room.deliver();
    room.country.at('2026-12-08T01:00:00.000Z');
    await orderChase(room.desk, ministry, 'doc1');
    await room.country.runJobs();
    await openBy(room, 'kenshu@iwate2.example');
    await room.deliver();
    expect(room.letters.filter(({ to }) => to === 'kenshu@iwate2.example')).toHaveLength(1);
    expect(room.notices('document-again', 'IWATE2')).toMatchObject([
      { state: 'stopped', reason: '文書が開かれたため、送りませんでした。' },
    ]);
  });
});

describe('Withdrawing', () => {
  const withdraw = (room: MailRoom, reason = '別の文書を添えました。') =>
    withdrawDistribution(room.desk, ministry, { id: 'doc1', reason });

  test('hands the files to nobody any more, and lets no mail out that has not gone', async () => {
    const room = await mailRoom('2026-12-01T01:00:00.000Z');
    await sentDocument(room.country);
    await room.deliver();
    const actor = await openBy(room, 'kenshu@iwate1.example');
    room.country.at('2026-12-08T01:00:00.000Z');
    await orderChase(room.desk, ministry, 'doc1');
    await room.country.runJobs();
    expect(await withdraw(room)).toMatchObject({ ok: true });
    expect(await withdraw(room, 'もう一度')).toMatchObject({
      ok: true,
      value: { withdrawn: { reason: '別の文書を添えました。' } },
    });
    const before = room.letters.length;
    await room.deliver();
    expect(room.letters).toHaveLength(before);
    expect(new Set(room.notices('document-again').map(({ state }) => state))).toEqual(new Set(['stopped']));
    const document = await read(room.country);
    const file = filesIn(document.files)[0]?.id ?? '';
    if (actor.kind !== 'addressee') throw new Error(actor.kind);
    expect(await openDocumentFile(room.country.desk, actor, document, { addressee: actor, file })).toBeUndefined();
    expect(await orderChase(room.desk, ministry, 'doc1')).toEqual({ ok: false, error: 'not-sent' });
    const { entries, whole } = await auditOf(room.desk, 'document#doc1');
    expect([whole, entries.at(-1)?.act]).toEqual([true, 'distribution.withdraw']);
  });

  test('stops a sending that is under way', async () => {
    const room = await mailRoom('2026-12-01T01:00:00.000Z');
    await draftDocument(room.country);
    await sendNow(room.country, 'doc1');
    await withdraw(room);
    await room.country.runJobs();
    await room.deliver();
    expect(room.letters).toEqual([]);
    expect((await read(room.country)).state).toBe('withdrawn');
  });

  test('needs a reason, and something that was sent', async () => {
    const room = await mailRoom('2026-12-01T01:00:00.000Z');
    await draftDocument(room.country);
    expect(await withdraw(room)).toEqual({ ok: false, error: { kind: 'not-sent' } });
    await sendNow(room.country, 'doc1');
    expect(await withdraw(room, ' ')).toEqual({ ok: false, error: { kind: 'no-reason' } });
    expect(await withdraw(room, 'あ'.repeat(201))).toEqual({ ok: false, error: { kind: 'reason-too-long' } });
    expect((await read(room.country)).state).toBe('sending');
  });
});

describe('A draft that nobody needs', () => {
  test('is deleted once its files are taken out, and leaves its audit trail', async () => {
    const { country, desk } = await mailRoom('2026-12-01T01:00:00.000Z');
    await draftDocument(country);
    const discard = async () =>
      discardDraft(desk, ministry, { id: 'doc1', version: (await readDistribution(desk, 'doc1'))?.version ?? 0 });
    expect(await discard()).toEqual({ ok: false, error: { kind: 'has-files' } });
    await detachFile(country.desk, ministry, { id: 'doc1', file: filesIn((await read(country)).files)[0]?.id ?? '' });
    expect(await discard()).toEqual({ ok: true, value: undefined });
    expect(await discard()).toEqual({ ok: true, value: undefined });
    expect(await readDistribution(desk, 'doc1')).toBeUndefined();
    const { entries, whole } = await auditOf(desk, 'document#doc1');
    expect([whole, entries.at(-1)?.act]).toEqual([true, 'distribution.discard']);
  });
});
