import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { fileText } from '#lib/core/survey/file-answer.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { rows } from '#lib/store/rows.ts';
import { startApproach } from '#lib/usecases/start-approach.ts';
import { memoryFiles } from '#test/support/memory-files.ts';
import { visitorOf } from './partner-site.ts';
import { release, submission, villageDesk, villageRound, villager } from './village.ts';

const round = villageRound('list');
const elsewhere = villageRound('other');
const guild = villager('0101-guild');
const rival = villager('0201-guild');
const lodge = villager('0301-lodge');
/** Takes doctors of its own prefecture only, so stands on the rival's list and not on the guild's. */
const foreign = villager('0202-isle');
/** Has not answered. */
const silent = villager('0301-silent');
const absent = '0301-nowhere';
const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);
const picture = (id: string) => fileText({ id, kind: 'jpeg', bytes: bytes.length, name: '外観.jpg' });

const of = (organisation: string, purpose: 'list' | 'answer' = 'list', at = round.id): Actor => ({
  kind: 'hospital',
  organisation,
  prefecture: organisation.slice(0, 2),
  round: at,
  purpose,
  name: '担当',
});

let desk: ReturnType<typeof villageDesk> & { readonly files: ReturnType<typeof memoryFiles> };

beforeAll(async () => {
  desk = { ...villageDesk(), files: memoryFiles() };
  const { table, files } = desk;
  await table.putAll([
    ...[round, elsewhere].map((one) => rows.round.item(one)),
    ...[guild, rival, lodge, foreign, silent].map((one) => rows.organisation.item(one)),
    ...submission(round, lodge, { talks: 'yes', rooms: 9, pictures: [picture('shown')] }),
    ...submission(round, foreign, { talks: 'yes', rooms: 9, pictures: [picture('theirs')] }),
  ]);
  for (const [owner, id] of [
    [lodge, 'shown'],
    [lodge, 'later'],
    [foreign, 'theirs'],
  ] as const)
    await files.put(fileKeys.upload(owner.id, id), { bytes, type: 'image/jpeg' });
  await release(desk, round);
  await table.putAll(submission(round, lodge, { pictures: [picture('later')] }, { revision: 2, state: 'resubmitted' }));
  const wish = { round: round.id, organisation: rival.id, partner: foreign.id, message: '相談したいです。' };
  const started = await startApproach(desk, of(rival.id), wish);
  if (!started.ok) throw new Error(started.error.kind);
});

/** Every address and act of the lists that names a partner; `{}` stands for it. */
const partners = [
  ['GET', `/h/rounds/${round.id}/list/{}`],
  ['GET', `/h/rounds/${round.id}/list/{}/files/theirs`],
  ['GET', `/h/rounds/${round.id}/list/compare?ids=${lodge.id}&ids={}`],
  ['GET', `/h/rounds/${round.id}/approaches?with={}`],
  ['POST', `/h/rounds/${round.id}/list/{}/approach`],
] as const;
const files = [['GET', `/h/rounds/${round.id}/list/${lodge.id}/files/{}`]] as const;
const rounds = [
  ['GET', '/h/rounds/{}/list'],
  ['GET', '/h/rounds/{}/list/xlsx'],
  ['GET', '/h/rounds/{}/list/compare'],
  ['GET', `/h/rounds/{}/list/${lodge.id}`],
  ['GET', `/h/rounds/{}/list/${lodge.id}/files/shown`],
  ['GET', '/h/rounds/{}/approaches'],
  ['GET', '/h/rounds/{}/inbox'],
  ['GET', '/h/rounds/{}/why'],
  ['POST', `/h/rounds/{}/list/${lodge.id}/approach`],
] as const;

/** What lies there and is not on the guild's list, and where it could be named. */
const hidden = [
  ['a partner of another’s list', foreign.id, partners],
  ['a hospital that has not answered', silent.id, partners],
  ['another that reads lists', rival.id, partners],
  ['a file of a partner of another’s list', 'theirs', files],
  ['a file that was attached after the release', 'later', files],
  ['another round', elsewhere.id, rounds],
] as const;

test('the guild sees its partner and the file, and its rival the isle, so that there is something to hide', async () => {
  const [own, others] = [await visitorOf(desk, of(guild.id)), await visitorOf(desk, of(rival.id))];
  expect((await own(`/h/rounds/${round.id}/list/${lodge.id}`)).status).toBe(200);
  expect((await own(`/h/rounds/${round.id}/list/${lodge.id}/files/shown`)).status).toBe(200);
  expect((await others(`/h/rounds/${round.id}/list/${foreign.id}`)).status).toBe(200);
});

test.each(hidden)('%s is to a 連携元 and to everybody else as if it were not there', async (_, id, addresses) => {
  const different: unknown[] = [];
  for (const actor of [of(guild.id), of(lodge.id, 'answer'), of(guild.id, 'list', 'third'), undefined]) {
    const visit = await visitorOf(desk, actor);
    for (const [method, address] of addresses) {
      const told = async (name: string) => {
        const posted = method === 'POST' ? { posted: { message: '相談したいです。' } } : {};
        const { status, location, body } = await visit(address.replace('{}', name), posted);
        return [status, location, body.replaceAll(name, '…')];
      };
      const [there, not] = [await told(id), await told(absent)];
      if (JSON.stringify(there) !== JSON.stringify(not))
        different.push([actor?.kind, method, address, there[0], not[0]]);
    }
  }
  expect(different).toEqual([]);
});
