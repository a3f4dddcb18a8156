import { expect, test } from 'vitest';
import { routes } from '#functions/partner/download/routes.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { fileText } from '#lib/core/survey/file-answer.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { rows } from '#lib/store/rows.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { memoryFiles } from '#test/support/memory-files.ts';
import { browserOf } from '../hospital/clinic.ts';
import { release, submission, villageDesk, villageRound, villager } from '../partner/village.ts';

const round = villageRound('files');
const guild = villager('0101-guild');
const lodge = villager('0301-lodge');
const foreign = villager('0202-isle');
const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);
const file = (id: string) => ({ id, kind: 'jpeg', bytes: bytes.length, name: '外観.jpg' }) as const;
const reader: Actor = {
  kind: 'hospital',
  organisation: guild.id,
  prefecture: '01',
  round: round.id,
  purpose: 'list',
  name: '一覧担当',
};

async function released() {
  const desk = { ...villageDesk(), files: memoryFiles() };
  await desk.table.putAll([
    rows.round.item(round),
    ...[guild, lodge, foreign].map((one) => rows.organisation.item(one)),
    ...submission(round, lodge, { talks: 'yes', rooms: 9, pictures: [fileText(file('shown'))] }),
    ...submission(round, foreign, { talks: 'yes', rooms: 9, pictures: [fileText(file('theirs'))] }),
  ]);
  await desk.files.put(fileKeys.upload(lodge.id, 'shown'), { bytes, type: 'image/jpeg' });
  await desk.files.put(fileKeys.upload(lodge.id, 'later'), { bytes, type: 'image/jpeg' });
  await desk.files.put(fileKeys.upload(foreign.id, 'theirs'), { bytes, type: 'image/jpeg' });
  const get = async (destination: string, id: string, actor = reader) => {
    const page = browserOf(desk, routes, await openSession(desk, actor));
    return page.get(`/h/rounds/${round.id}/list/${destination}/files/${id}`);
  };
  return { desk, get };
}

test('a picture on a partner’s sheet is handed over as it was stored, under its name', async () => {
  const { desk, get } = await released();
  expect((await get(lodge.id, 'shown')).status).toBe(404);
  await release(desk, round);
  const got = await get(lodge.id, 'shown');
  expect([got.status, [...got.bytes]]).toEqual([200, [...bytes]]);
  expect(got.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('外観.jpg')}`,
  });
});

test('nothing else of the bucket is: what was attached after the release, what another list shows, another hospital’s under this name', async () => {
  const { desk, get } = await released();
  await release(desk, round);
  const next = { pictures: [fileText(file('later'))] };
  await desk.table.putAll(submission(round, lodge, next, { revision: 2, state: 'resubmitted' }));
  for (const [destination, id] of [
    [lodge.id, 'later'],
    [foreign.id, 'theirs'],
    [lodge.id, 'theirs'],
    [guild.id, 'shown'],
  ] as const)
    expect([destination, id, (await get(destination, id)).status]).toEqual([destination, id, 404]);
});
