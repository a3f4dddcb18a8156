import { describe, expect, test } from 'vitest';
import { fileText, readFileText } from '#lib/core/survey/file-answer.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { deleteUpload, findAwaited } from '#lib/usecases/awaited-uploads.ts';
import { sweepUploads } from '#lib/usecases/jobs/sweep-uploads.ts';
import { takeStep } from '#lib/usecases/run-job.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { takeFile } from '#lib/usecases/take-file.ts';
import { tick } from '#lib/usecases/tick.ts';
import { jpegPicture, pngPicture } from '#test/lib/core/files/pictures.ts';
import { clerk, filesAtWork, pictures, sent } from './files-at-work.ts';

const queues = {
  jobs: { send: async () => {} },
  mails: { send: async () => {} },
  mailEvents: { empty: async () => true },
};
const picture = jpegPicture([]);

/** One picture that the answer holds, and one whose section met a conflict on the way. */
async function withLeftOver() {
  const place = await filesAtWork();
  const before = await place.asShown();
  await place.attach(['kept.png', pngPicture([])]);
  const met = await place.page.send(sent, { ...before, ':act': 'attach:pictures' }, [
    [':file.pictures', 'left.jpg', picture],
  ]);
  expect(met.status).toBe(409);
  const texts = [...met.body.matchAll(/name="pictures" value="([^"]+)"/g)].map(([, text = '']) => text);
  const left = texts.find((text) => text.endsWith('left.jpg')) ?? '';
  const id = readFileText(left)?.id ?? '';
  return { ...place, left, id, key: fileKeys.upload('h1', id) };
}

type Place = Awaited<ReturnType<typeof filesAtWork>>;
const listed = ({ table }: Place) => allItems(table, { index: 'gsi2', pk: lists.awaitedUploads() });
const run = ({ desk }: Place, day: string) => takeStep(desk, `sweep-${day}`, (job) => sweepUploads(desk, job));

describe('a file that no answer took', () => {
  test('is deleted by one job once 14 whole days have passed, and what an answer names stays', async () => {
    const place = await withLeftOver();
    const [kept] = await place.stored();
    expect((await listed(place)).map(({ sk }) => sk)).toEqual([place.id]);
    place.at('2027-02-03T14:59:00.000Z');
    expect((await tick(place.desk, queues)).sweeps).toBe(0);
    place.at('2027-02-03T15:00:00.000Z');
    expect((await tick(place.desk, queues)).sweeps).toBe(1);
    expect((await tick(place.desk, queues)).sweeps).toBe(0);
    for (const _ of [1, 2]) await run(place, '2027-02-04');
    expect(place.desk.files.keys()).toEqual([fileKeys.upload('h1', kept?.id ?? '')]);
    expect(await find(place.table, rows.job, keys.job('sweep-2027-02-04'))).toMatchObject({
      state: 'done',
      outcome: ['1個のファイルを削除しました。'],
    });
    expect(await listed(place)).toEqual([]);
    place.at('2027-02-05T00:00:00.000Z');
    expect((await tick(place.desk, queues)).sweeps).toBe(0);
  });

  test('stays when somebody sends its text again in time, and is said to be gone when it is being deleted', async () => {
    const place = await withLeftOver();
    const [first] = await place.stored();
    const section = {
      round: 'r1',
      organisation: 'h1',
      section: 'charm',
      posted: { words: ['海'], pictures: [...(first ? [fileText(first)] : []), place.left] },
      version: 1,
      base: [],
      confirm: false,
      uploaded: [place.left],
    };
    const awaited = await findAwaited(place.desk, 'h1', place.id);
    if (!awaited) throw new Error('nothing awaits');
    await place.table.write({ update: keys.awaitedUpload('h1', place.id), set: { takenAt: 'now' } });
    const without = await saveSection(place.desk, clerk, section);
    expect(without).toMatchObject({
      ok: true,
      value: { problems: [{ field: 'pictures', message: expect.stringContaining('「left.jpg」は、どの回答にも') }] },
    });
    expect(await place.stored()).toEqual([first]);
    await place.table.write({ update: keys.awaitedUpload('h1', place.id), remove: ['takenAt'] });
    expect(await saveSection(place.desk, clerk, { ...section, version: 2 })).toMatchObject({ ok: true });
    expect((await place.stored()).map(({ id }) => id)).toContain(place.id);
    expect(await listed(place)).toEqual([]);
    expect(await deleteUpload(place.desk, awaited)).toBe(false);
    expect(place.desk.files.keys()).toContain(place.key);
  });

  test('is said to be gone at its question when its text is sent after it was deleted', async () => {
    const place = await withLeftOver();
    const awaited = await findAwaited(place.desk, 'h1', place.id);
    if (!awaited) throw new Error('nothing awaits');
    expect(await deleteUpload(place.desk, awaited)).toBe(true);
    const shown = await place.asShown();
    const fields = { ...shown, pictures: [...shown.pictures, place.left], ':act': 'attach:pictures' };
    const seen = await place.page.post(sent, fields);
    expect(seen.status).toBe(422);
    expect(seen.body).toContain('「写真」の「left.jpg」は、もうありません。もう一度選んでください。');
    expect(seen.body).not.toContain(`value="${place.left}"`);
    expect((await place.stored()).map(({ name }) => name)).toEqual(['kept.png']);
  });

  test('is not deleted where a submission names it, though it was taken out of the answer or its row says otherwise', async () => {
    const place = await filesAtWork();
    await place.attach(['a.png', pngPicture([])]);
    await place.page.post(sent, { ...(await place.asShown()), words: '海', ':act': 'next' });
    await submitAnswer(place.desk, clerk, { round: 'r1', organisation: 'h1', request: 's1' });
    const answer = await find(place.table, rows.answer, keys.answer('r1', 'h1'));
    if (!answer) throw new Error('no answer');
    await place.table.write({ put: rows.answer.item({ ...answer, state: 'returned' }) });
    const [a] = await place.stored();
    await place.page.post(sent, { ...(await place.asShown()), ':act': `drop:pictures:${a?.id}` });
    expect((await listed(place)).map(({ sk }) => sk)).toEqual([a?.id]);
    place.at('2027-03-01T00:00:00.000Z');
    expect((await tick(place.desk, queues)).sweeps).toBe(1);
    await run(place, '2027-03-01');
    expect(place.desk.files.keys()).toEqual([fileKeys.upload('h1', a?.id ?? '')]);
    expect(await listed(place)).toEqual([]);
  });

  test('awaits from before its bytes are kept, so that a sending that died half-way is found', async () => {
    const place = await filesAtWork();
    const dying = { ...place.desk.files, put: () => Promise.reject(new Error('S3')) };
    const sending = takeFile({ ...place.desk, files: dying }, 'h1', pictures, { name: 'a.jpg', bytes: picture });
    await expect(sending).rejects.toThrow('S3');
    expect(await listed(place)).toHaveLength(1);
  });
});
