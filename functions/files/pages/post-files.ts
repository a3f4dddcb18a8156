import { ErrorPage } from '#functions/components/error-page.tsx';
import { ownOrganisation } from '#functions/hospital/answer-resource.ts';
import { postSection, type Uploads } from '#functions/hospital/pages/section/post-section.ts';
import { pageFields, readSectionPost } from '#functions/hospital/pages/section/section-fields.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { isEditable } from '#lib/core/rounds/answer.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { type AnsweredFile, filesIn, readFileText } from '#lib/core/survey/file-answer.ts';
import type { FileQuestion } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';
import { type AnsweredFiles, answeredFiles } from '#lib/usecases/answered-files.ts';
import { deleteUpload, findAwaited } from '#lib/usecases/awaited-uploads.ts';
import { openSurvey } from '#lib/usecases/open-survey.ts';
import { type FilesDesk, knownFile, takeFile } from '#lib/usecases/take-file.ts';
import { fileRefusedWords, goneWords, tooManyWords } from './file-refused-words.ts';

/** Saves a section that holds files: takes in those that were sent, and removes the one that was taken away. */
export async function postFiles(request: PageRequest, desk: FilesDesk): Promise<PageResponse> {
  const [round, organisation] = [param(request, 'round'), ownOrganisation(request)];
  const opened = await openSurvey(desk, round, organisation);
  const section = opened.ok && opened.value.form.sections.find(({ id }) => id === param(request, 'section'));
  if (!opened.ok || !section) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const questions = section.questions.filter((question) => question.kind === 'file');
  const { act, typed } = readSectionPost(request);
  const named = await answeredFiles(desk, round, organisation);
  const { round: asked, file } = opened.value;
  const open = takesAnswer(asked, file.answer) && isEditable(file.answer.state);
  const taken: (Uploads & { readonly posted: Posted })[] = [];
  for (const question of open ? questions : [])
    taken.push(await takeIn(request, desk, organisation, question, typed, named));
  const posted = Object.assign({}, request.posted, ...taken.map((one) => one.posted));
  const uploads = {
    texts: taken.flatMap(({ texts }) => texts),
    problems: taken.flatMap(({ problems }) => problems),
  };
  const response = await postSection({ ...request, posted }, desk, uploads);
  if (act.kind === 'drop')
    await forget(desk, round, organisation, request.posted[act.question] ?? [], typed[act.question] ?? []);
  return response;
}

/** What is sent to one question, as texts beside those that were there. */
async function takeIn(
  request: PageRequest,
  desk: FilesDesk,
  organisation: string,
  question: FileQuestion,
  typed: Posted,
  named: AnsweredFiles,
): Promise<Uploads & { readonly posted: Posted }> {
  const there = typed[question.id] ?? [];
  const given = request.files.get(`${pageFields.file}${question.id}`) ?? [];
  const fitting = given.slice(0, Math.max(0, question.maxFiles - there.length));
  const problems = given.length > fitting.length ? [tooManyWords(question, given.slice(fitting.length))] : [];
  const texts: string[] = [];
  for (const file of fitting) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const took = await takeFile(desk, organisation, question, { name: file.name, bytes });
    if (took.ok) texts.push(took.value);
    else problems.push(fileRefusedWords(question, file.name, took.error));
  }
  const isAmong = (files: readonly AnsweredFile[], text: string) =>
    files.some(({ id }) => id === readFileText(text)?.id);
  const unknown = there.filter((text) => !isAmong(named.working, text));
  const known = await Promise.all(unknown.map((text) => knownFile(desk, organisation, text)));
  const gone = unknown.filter((text, at) => known[at] === undefined && !isAmong(named.frozen, text));
  problems.push(...filesIn(gone).map(({ name }) => goneWords(question, name)));
  return {
    texts: [...texts, ...known.flatMap((text) => text ?? [])],
    problems,
    posted: { [question.id]: [...there.filter((text) => !gone.includes(text)), ...texts] },
  };
}

/** Removes what was just taken away, unless something that stands names it. */
async function forget(
  desk: FilesDesk,
  round: string,
  organisation: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const { working, frozen } = await answeredFiles(desk, round, organisation);
  const named = new Set([...working, ...frozen].map(({ id }) => id));
  for (const text of before.filter((one) => !after.includes(one))) {
    const id = readFileText(text)?.id;
    const awaited = id === undefined || named.has(id) ? undefined : await findAwaited(desk, organisation, id);
    if (awaited) await deleteUpload(desk, awaited);
  }
}
