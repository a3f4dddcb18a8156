import { describe, expect, test } from 'vitest';
import { routes as fileRoutes } from '#functions/files/routes.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { fileText } from '#lib/core/survey/file-answer.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { jpegPicture, jpegSegment, latin, pngPicture } from '#test/lib/core/files/pictures.ts';
import { browserOf } from '../hospital/clinic.ts';
import { clerk, filesAtWork, section, sent } from './files-at-work.ts';

const photo = jpegPicture([jpegSegment(0xe1, latin('Exif\0\0MM\0*GPSPLACE'))]);

describe('sending a picture', () => {
  test('keeps it by what it is, without what was noted in it, and shows it when the page is opened again', async () => {
    const { attach, stored, page, desk } = await filesAtWork();
    expect((await attach(['C:\\写真\\外観.SVG', photo])).location).toBe(`${section}#pictures`);
    const [file] = await stored();
    expect(file).toMatchObject({ kind: 'jpeg', name: '外観.SVG.jpg' });
    expect(desk.files.keys()).toEqual([fileKeys.upload('h1', file?.id ?? '')]);
    expect((await page.get(section)).body).toContain('外観.SVG.jpg');
    const got = await page.get(`/h/rounds/r1/files/${file?.id}`);
    expect(got.bytes.includes('GPSPLACE')).toBe(false);
    expect(got.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('外観.SVG.jpg')}`,
    });
  });

  test('with any button of the page: what was chosen is never lost on the way', async () => {
    const { page, asShown, stored } = await filesAtWork();
    const fields = { ...(await asShown()), words: '海の見える病院', ':act': 'next' };
    expect((await page.send(sent, fields, [[':file.pictures', 'a.png', pngPicture([])]])).status).toBe(303);
    expect((await stored()).map(({ name }) => name)).toEqual(['a.png']);
  });

  test('says at the field what was not taken, and keeps the rest', async () => {
    const { attach, stored } = await filesAtWork();
    const seen = await attach(['絵.svg', latin('<svg onload="alert(1)"/>')], ['良い.png', pngPicture([])]);
    expect(seen.status).toBe(422);
    expect(seen.body).toContain(
      '「写真」の「絵.svg」は添えられない種類です。JPEG・PNG・WebPのファイルを選んでください。',
    );
    expect(seen.body).toContain('href="#pictures"');
    expect((await stored()).map(({ name }) => name)).toEqual(['良い.png']);
  });

  test.each([
    ['大きい.jpg', new Uint8Array([0xff, 0xd8, 0xff, ...new Array(1_000_001).fill(0)]), '1.0MBを超えています'],
    ['書類.pdf', latin('%PDF-1.7'), '添えられない種類です'],
    ['切れ.jpg', photo.subarray(0, 40), '途中で切れているか、壊れています'],
    ['空.jpg', new Uint8Array(), '空のファイルです'],
  ])('refuses %s and keeps nothing of it', async (name, bytes, words) => {
    const { attach, desk } = await filesAtWork();
    expect((await attach([name, bytes])).body).toContain(words);
    expect(desk.files.keys()).toEqual([]);
  });

  test('takes as many as the question holds', async () => {
    const { attach, stored } = await filesAtWork();
    const seen = await attach(['1.png', pngPicture([])], ['2.png', pngPicture([])], ['3.png', pngPicture([])]);
    expect(seen.body).toContain('「写真」は2個までです。「3.png」は添えていません。');
    expect(await stored()).toHaveLength(2);
  });

  test('after the submission is refused, and nothing is kept', async () => {
    const place = await filesAtWork();
    const shown = await place.asShown();
    await place.page.post(sent, { ...shown, words: '海', ':act': 'next' });
    await submitAnswer(place.desk, clerk, { round: 'r1', organisation: 'h1', request: 's1' });
    const late = await place.page.send(sent, { ...shown, ':act': 'attach:pictures' }, [
      [':file.pictures', 'a.png', pngPicture([])],
    ]);
    expect(late.status).toBe(409);
    expect(place.desk.files.keys()).toEqual([]);
  });
});

describe('taking a picture away', () => {
  const drop = async ({ page, asShown }: Awaited<ReturnType<typeof filesAtWork>>, id: string) =>
    page.post(sent, { ...(await asShown()), ':act': `drop:pictures:${id}` });

  test('removes it from the answer and from the store', async () => {
    const place = await filesAtWork();
    await place.attach(['a.png', pngPicture([])], ['b.png', pngPicture([])]);
    const [a] = await place.stored();
    expect((await drop(place, a?.id ?? '')).location).toBe(`${section}#pictures`);
    expect((await place.stored()).map(({ name }) => name)).toEqual(['b.png']);
    expect(place.desk.files.keys()).toHaveLength(1);
  });

  test('leaves what was submitted: the revision keeps its files', async () => {
    const place = await filesAtWork();
    await place.attach(['a.png', pngPicture([])]);
    await place.page.post(sent, { ...(await place.asShown()), words: '海', ':act': 'next' });
    await submitAnswer(place.desk, clerk, { round: 'r1', organisation: 'h1', request: 's1' });
    const answer = await find(place.table, rows.answer, keys.answer('r1', 'h1'));
    if (!answer) throw new Error('no answer');
    await place.table.write({ put: rows.answer.item({ ...answer, state: 'returned' }) });
    const [a] = await place.stored();
    await drop(place, a?.id ?? '');
    expect(await place.stored()).toEqual([]);
    expect(place.desk.files.keys()).toHaveLength(1);
    expect((await place.page.get(`/h/rounds/r1/files/${a?.id}`)).status).toBe(200);
  });
});

describe('a file of somebody else', () => {
  const made = { id: 'elsewhere', kind: 'jpeg', bytes: 9, name: '他院.jpg' } as const;

  test('cannot be claimed by a text that was made up', async () => {
    const place = await filesAtWork();
    await place.desk.files.put(fileKeys.upload('h2', made.id), { bytes: photo, type: 'image/jpeg' });
    await place.page.post(sent, { ...(await place.asShown()), pictures: fileText(made), ':act': 'stay' });
    expect(await place.stored()).toEqual([]);
    expect((await place.page.get(`/h/rounds/r1/files/${made.id}`)).status).toBe(404);
  });

  test('is handed to the hospital’s prefecture and to no other', async () => {
    const place = await filesAtWork();
    await place.attach(['a.png', pngPicture([])]);
    const [a] = await place.stored();
    const get = async (actor: Actor) => {
      const secret = await openSession(place.desk, actor);
      const office = browserOf(place.desk, fileRoutes, secret);
      return (await office.get(`/s/rounds/r1/answers/h1/files/${a?.id}`)).status;
    };
    expect(await get({ kind: 'ministry', id: 'm', name: '厚労' })).toBe(200);
    expect(await get({ kind: 'prefecture', id: 'p', name: '岩手', prefecture: '03' })).toBe(200);
    expect(await get({ kind: 'prefecture', id: 'q', name: '宮城', prefecture: '04' })).toBe(404);
    expect(await get({ ...clerk, organisation: 'h2' })).toBe(404);
  });
});

test('last time’s pictures come over into this time’s answer, and are fetched from there', async () => {
  const before = { id: 'old', kind: 'png', bytes: 3, name: '昨年.png' } as const;
  const place = await filesAtWork({ previous: { words: '昨年', pictures: [fileText(before)] } });
  await place.desk.files.put(fileKeys.upload('h1', 'old'), { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' });
  expect((await place.page.get(section)).body).toContain('昨年.png');
  expect((await place.page.get('/h/rounds/r1/files/old')).status).toBe(200);
  await place.page.post(sent, { ...(await place.asShown()), words: '昨年', ':act': 'next' });
  expect(await place.stored()).toEqual([before]);
});
