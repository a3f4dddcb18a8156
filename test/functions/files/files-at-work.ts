import { routes as fileRoutes } from '#functions/files/routes.ts';
import { routes as hospitalRoutes } from '#functions/hospital/routes.ts';
import { codesOf } from '#lib/core/survey/answer.ts';
import { type AnsweredFile, filesIn } from '#lib/core/survey/file-answer.ts';
import type { FileQuestion, Form, Values } from '#lib/core/survey/form.ts';
import { readAnswer } from '#lib/usecases/read-answer.ts';
import { memoryFiles } from '#test/support/memory-files.ts';
import { browserOf, clinic, drawnFrom } from '../hospital/clinic.ts';

/** A question that takes two pictures. */
export const pictures: FileQuestion = {
  kind: 'file',
  id: 'pictures',
  label: '写真',
  accept: 'image',
  maxFiles: 2,
  maxMegabytes: 1,
};
const form: Form = {
  id: 'pictures',
  version: 1,
  title: '魅力',
  prepare: [],
  sections: [
    {
      id: 'charm',
      title: '魅力・強み',
      minutes: 1,
      questions: [{ kind: 'text', id: 'words', label: '一言', maxLength: 100 }, pictures],
    },
  ],
};
/** Where the section is shown, and where it is posted with files. */
export const section = '/h/rounds/r1/sections/charm';
export const sent = `${section}/files`;

/** A hospital that answers a section with a place for pictures, over files in memory. */
export async function filesAtWork(options: { previous?: Values } = {}) {
  const place = await clinic({ form, ...options });
  const desk = { ...place.desk, files: memoryFiles() };
  const page = browserOf(desk, [...hospitalRoutes, ...fileRoutes]);
  await page.post('/h/open', { code: place.token });
  const stored = async (): Promise<readonly AnsweredFile[]> =>
    filesIn(codesOf((await readAnswer(desk.table, 'r1', 'h1'))?.values.pictures));
  const asShown = async () => {
    const { body } = await page.get(section);
    const texts = [...body.matchAll(/name="pictures" value="([^"]+)"/g)].map(([, text = '']) => text);
    return { ...drawnFrom(body), pictures: texts };
  };
  const attach = async (...given: readonly (readonly [string, Uint8Array])[]) =>
    page.send(
      sent,
      { ...(await asShown()), ':act': 'attach:pictures' },
      given.map(([name, bytes]) => [':file.pictures', name, bytes] as const),
    );
  return { ...place, desk, page, stored, asShown, attach };
}

/** Who answers. */
export const clerk = {
  kind: 'hospital',
  organisation: 'h1',
  prefecture: '03',
  round: 'r1',
  purpose: 'answer',
  name: '田中',
} as const;
