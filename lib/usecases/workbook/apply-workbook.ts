import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, type Draft, progressed } from '#lib/core/rounds/answer.ts';
import type { UploadedWorkbook } from '#lib/core/survey/uploaded-workbook.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from '../change-answer.ts';
import type { Desk } from '../desk.ts';
import { closeReading } from '../open-readings.ts';
import type { NotAsked } from '../open-survey.ts';
import { isComplete, progressOf, within } from '../progress.ts';
import { sectionLimit } from '../save-section.ts';
import { type OpenWorkbook, openWorkbook } from './open-workbook.ts';
import { unpackCells } from './packed-cells.ts';
import {
  type Choice,
  type PlannedSection,
  planWorkbook,
  sameSection,
  seenVersions,
  type WorkbookPlan,
} from './plan-workbook.ts';
import { readUpload } from './read-upload.ts';
import { workbookRow } from './workbook-row.ts';

/** What the person saw and chose on the dry run. */
export interface ApplyWish {
  readonly round: string;
  readonly organisation: string;
  readonly upload: string;
  /** The plan's `seenVersions`. */
  readonly seen: string;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly confirm: boolean;
}

export type ApplyRefused =
  | NotAsked
  | { readonly kind: 'no-such-upload' | 'closed' | 'nothing' | 'too-large' }
  /** Somebody saved one of the sections since the dry run was shown: it must be looked at again. */
  | { readonly kind: 'moved-meanwhile' }
  /** Ids of disputed questions for which nothing was chosen. */
  | { readonly kind: 'undecided'; readonly questions: readonly string[] };

/** A transaction holds 100 writes, a few of which are not sections. */
const mostSections = 90;

/** How often a commit is tried again when only the answer's state moved beside it. */
const tries = 4;

/**
 * Takes an uploaded questionnaire in: every section that it changes, the answer's state, the file's mark and the audit entry
 * in one transaction, under the versions that the dry run showed. Repeating it changes nothing and succeeds.
 */
export async function applyWorkbook(
  desk: Desk,
  actor: Actor,
  wish: ApplyWish,
): Promise<Result<UploadedWorkbook, ApplyRefused>> {
  for (let turn = 0; turn < tries; turn += 1) {
    const upload = await readUpload(desk, wish, wish.upload);
    if (!upload) return refuse({ kind: 'no-such-upload' });
    if (upload.applied) return ok(upload);
    const opened = await openWorkbook(desk, wish);
    if (!opened.ok) return opened;
    if (!opened.value.editable) return refuse({ kind: 'closed' });
    const cells = unpackCells(upload.body);
    const shown = planWorkbook(opened.value, cells);
    if (seenVersions(shown) !== wish.seen) return refuse({ kind: 'moved-meanwhile' });
    const open = shown.disputed.map(({ question }) => question.id).filter((id) => !wish.choices.has(id));
    if (open.length > 0) return refuse({ kind: 'undecided', questions: open });
    const plan = planWorkbook(opened.value, cells, wish.choices, wish.confirm);
    if (plan.sections.length === 0 && plan.disputed.length === 0) return refuse({ kind: 'nothing' });
    if (
      plan.sections.length > mostSections ||
      plan.sections.some(({ values }) => Buffer.byteLength(JSON.stringify(values)) > sectionLimit)
    )
      return refuse({ kind: 'too-large' });
    const taken = await commit(desk, actor, opened.value, upload, plan, wish.choices);
    if (taken) {
      await closeReading(desk, upload.id);
      return ok(taken);
    }
  }
  return refuse({ kind: 'moved-meanwhile' });
}

async function commit(
  desk: Desk,
  actor: Actor,
  opened: OpenWorkbook,
  upload: UploadedWorkbook,
  plan: WorkbookPlan,
  choices: ApplyWish['choices'],
): Promise<UploadedWorkbook | undefined> {
  const at = desk.world.now();
  const { answer } = opened.file;
  const name = actor.kind === 'nobody' ? '' : actor.name;
  const place = { round: answer.round, organisation: answer.organisation };
  const drafts = plan.sections.map((planned) => draftOf(opened, planned, at, name));
  const answers =
    plan.changes.length + plan.disputed.filter(({ question }) => choices.get(question.id) === 'mine').length;
  const { writes } = changeAnswer(answer, stateAfter(opened, drafts), {
    at,
    actor,
    act: 'answer.take-file',
    detail: { file: upload.filename, answers, sections: drafts.length },
  });
  const applied = { ...upload, applied: { at, by: name, answers }, version: upload.version + 1 };
  const written = await desk.table.commit([
    ...drafts.map((draft) => ({
      put: rows.draft.item({ ...draft, ...place }),
      expect: draft.version === 1 ? { absent: true as const } : { equals: { version: draft.version - 1 } },
    })),
    ...writes,
    { put: workbookRow.item(applied), expect: { equals: { version: upload.version } } },
  ]);
  return written.ok ? applied : undefined;
}

function draftOf(
  { previous }: OpenWorkbook,
  { section, values, version, confirmed }: PlannedSection,
  savedAt: string,
  savedBy: string,
): Draft {
  const unchanged = previous !== undefined && sameSection(section, values, within(section, previous.values));
  return {
    section: section.id,
    values: { ...values },
    ...(confirmed ? { unchanged } : {}),
    version: version + 1,
    savedAt,
    savedBy,
  };
}

/** The answer's state follows its sections, as it does when they are saved on their pages. */
function stateAfter({ form, file, previous, today }: OpenWorkbook, drafts: readonly Draft[]): Answer {
  if (file.answer.state === 'returned') return file.answer;
  const all = new Map([...file.drafts, ...drafts.map((draft) => [draft.section, draft] as const)]);
  const values = Object.assign({}, ...[...all.values()].map((draft) => draft.values));
  const done = isComplete(progressOf(form, { ...file, drafts: all, values }, previous?.values ?? {}, today));
  return progressed(file.answer, done ? 'complete' : 'drafting');
}
