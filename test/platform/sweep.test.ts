import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { filesIn } from '#lib/core/survey/file-answer.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { s3Files } from '#lib/store/s3-files.ts';
import { attachUpload, deleteUpload, findAwaited } from '#lib/usecases/awaited-uploads.ts';
import { takeFile } from '#lib/usecases/take-file.ts';
import { pngPicture } from '../lib/core/files/pictures.ts';
import { startRenkei, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startRenkei({ clock: '2026-12-01T01:00:00.000Z' });
});
afterAll(() => platform.stop());

function atWork() {
  const { endpoint, region, credentials, variables } = platform.admin;
  const bucket = Object.values(variables).find(({ FILE_BUCKET }) => FILE_BUCKET !== undefined)?.FILE_BUCKET ?? '';
  const desk = { ...demoDesk(platform.admin), files: s3Files(bucket, { endpoint, region, credentials }) };
  const question = { kind: 'file', id: 'pictures', label: '写真', accept: 'image', maxFiles: 9 } as const;
  return {
    desk,
    async sent(): Promise<string> {
      const took = await takeFile(desk, 'h1', question, { name: 'a.png', bytes: pngPicture([]) });
      return took.ok ? (filesIn([took.value])[0]?.id ?? '') : '';
    },
    there: async (file: string) => (await desk.files.get(fileKeys.upload('h1', file))) !== undefined,
  };
}

test('the tick has a file deleted that no answer took in 14 days, by the role of jobs; one that was taken stays for ever', async () => {
  const { desk, sent, there } = atWork();
  const [left, taken] = [await sent(), await sent()];
  expect(await desk.table.commit([attachUpload('h1', taken)])).toEqual({ ok: true, value: undefined });
  await platform.clock.advanceBy({ days: 13 });
  const young = await sent();
  expect([await there(left), await there(taken), await there(young)]).toEqual([true, true, true]);
  await platform.clock.advanceBy({ days: 3 });
  expect([await there(left), await there(taken), await there(young)]).toEqual([false, true, true]);
  expect(await find(desk.table, rows.job, keys.job('sweep-2026-12-16'))).toMatchObject({
    state: 'done',
    outcome: ['1個のファイルを削除しました。'],
  });
});

test('of an answer that takes a file and a deletion, one comes first and the other does nothing', async () => {
  const { desk, sent, there } = atWork();
  for (let turn = 0; turn < 12; turn += 1) {
    const file = await sent();
    const awaited = await findAwaited(desk, 'h1', file);
    if (!awaited) throw new Error('nothing awaits');
    const attach = () => desk.table.commit([attachUpload('h1', file)]);
    const [attached, deleted] = await Promise.all([attach(), deleteUpload(desk, awaited)]);
    expect([attached.ok, deleted].filter(Boolean)).toHaveLength(1);
    expect(await there(file)).toBe(attached.ok);
    expect((await attach()).ok).toBe(attached.ok);
  }
});
