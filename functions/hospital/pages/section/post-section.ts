import { ErrorPage } from '#functions/components/error-page.tsx';
import { rowsShown } from '#functions/components/questions/table-question.tsx';
import { typedOf } from '#functions/components/questions/typed.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { dayOfInstant, timeOfInstant } from '#lib/core/calendar/day.ts';
import type { Draft } from '#lib/core/rounds/answer.ts';
import type { Section } from '#lib/core/survey/form.ts';
import { type Posted, type Problem, readSection } from '#lib/core/survey/read-section.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { fingerprints } from '#lib/usecases/merge-section.ts';
import { outside, within } from '#lib/usecases/progress.ts';
import { valuesOf } from '#lib/usecases/read-answer.ts';
import { type Saved, type SaveRefused, saveSection } from '#lib/usecases/save-section.ts';
import { ownOrganisation } from '../../answer-resource.ts';
import { type SurveyView, surveyView, viewOf } from '../../components/survey-view.ts';
import { checkResponse } from '../check/check-response.ts';
import { SurveyPage } from '../survey/survey-page.tsx';
import { ConflictPage } from './conflict-page.tsx';
import { sectionResponse, settledValues } from './get-section.ts';
import { resolved, undecided } from './resolve.ts';
import { readSectionPost, type SectionPost } from './section-fields.ts';
import { nextSection, SectionPage } from './section-page.tsx';
import { SettledSectionPage } from './settled-section-page.tsx';
import { whySettled } from './why-settled.ts';

/** Files that came with a section. */
export interface Uploads {
  /** Texts of files that are known to be there, beyond those that the answer held. */
  readonly texts: readonly string[];
  /** What was not taken, and why. */
  readonly problems: readonly Problem[];
}

const noUploads: Uploads = { texts: [], problems: [] };

/** Saves a section: by its buttons, or field by field from the page's script. */
export async function postSection(request: PageRequest, desk: Desk, uploads = noUploads): Promise<PageResponse> {
  const post = readSectionPost(request);
  const place = { round: param(request, 'round'), organisation: ownOrganisation(request) };
  const section = param(request, 'section');
  const choice = post.act.kind === 'resolve' ? await decide(request, desk, post) : { typed: post.typed };
  if ('ask' in choice) return choice.ask;
  const { typed } = choice;
  const saved = await saveSection(desk, request.actor, {
    ...place,
    section,
    posted: typed,
    version: post.version,
    base: post.base,
    confirm: !['auto', 'attach', 'drop'].includes(post.act.kind),
    uploaded: uploads.texts,
  });
  if (request.wantsJson) return saved.ok ? told(saved.value) : refusedAsData(saved.error);
  if (saved.ok) {
    const view = await viewOf(request, desk, saved.value.opened);
    return afterSaving(view, { ...post, typed }, saved.value, uploads, desk);
  }
  const view = await surveyView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return refused(view, section, typed, saved.error, desk);
}

/** The typed answers after a person decided a conflict, or the conflict again where something was left undecided. */
async function decide(
  request: PageRequest,
  desk: Desk,
  { typed }: SectionPost,
): Promise<{ readonly typed: Posted } | { readonly ask: PageResponse }> {
  const view = await surveyView(request, desk);
  const section = view?.form.sections.find(({ id }) => id === param(request, 'section'));
  const theirs = section && view?.file.drafts.get(section.id);
  if (!view || !section || !theirs) return { typed };
  const open = undecided(request);
  const decided = resolved(request, section, typed, within(section, view.file.values));
  if (open.length === 0) return { typed: decided };
  const mine = readSection(section, decided, outside(section, view.file.values), view.today).values;
  const page = ConflictPage({
    view,
    section,
    ...storedOf(section, theirs),
    mine,
    questions: open,
    undecided: true,
  });
  return { ask: { page, status: 422 } };
}

function storedOf(section: Section, theirs: Draft) {
  const stored = valuesOf(theirs.values);
  return { theirs, stored, base: fingerprints(section, stored) };
}

const told = ({ draft, section, problems, warnings, taken }: Saved): PageResponse => ({
  json: {
    kind: 'saved',
    at: timeOfInstant(draft.savedAt),
    version: draft.version,
    base: fingerprints(section, valuesOf(draft.values)).join(','),
    problems: problems.length,
    warnings: warnings.length,
    taken: typedOf(
      section.questions.filter(({ id }) => taken.includes(id)),
      valuesOf(draft.values),
    ),
  },
});

const refusedAsData = ({ kind }: SaveRefused): PageResponse => ({
  json: { kind },
  status: kind === 'not-asked' || kind === 'no-such-section' ? 404 : kind === 'too-large' ? 422 : 409,
});

function afterSaving(view: SurveyView, post: SectionPost, saved: Saved, uploads: Uploads, desk: Desk): PageResponse {
  const { act, typed } = post;
  const { section, draft, missing, warnings } = saved;
  const problems = [...saved.problems, ...uploads.problems];
  const here = view.addresses.section(section.id);
  const rows = rowsAfter(act, section, typed);
  if (problems.length > 0) {
    const base = fingerprints(section, valuesOf(draft.values));
    const now = desk.world.now();
    const page = SectionPage({
      view,
      section,
      posted: typed,
      version: draft.version,
      base,
      problems,
      rows: rows.counts,
      now,
    });
    return { page, status: 422 };
  }
  if (act.kind === 'add' || act.kind === 'remove') {
    const query = new URLSearchParams(
      Object.entries(rows.counts).map(([table, count]) => [`rows.${table}`, String(count)]),
    );
    return { redirect: `${here}?${query}#${encodeURIComponent(rows.focus)}` };
  }
  if (act.kind === 'attach' || act.kind === 'drop') return { redirect: `${here}#${encodeURIComponent(act.question)}` };
  const now = desk.world.now();
  if (act.kind === 'stay') {
    return { redirect: view.addresses.survey, landing: () => ({ page: SurveyPage({ view, now }) }) };
  }
  const drawn = (one: Section, told: boolean) => () => sectionResponse(view, one, { told, rows: {}, now });
  const news = [...missing, ...warnings].filter(({ field }) => !post.told.includes(field));
  if (news.length > 0) return { redirect: `${here}?told`, landing: drawn(section, true) };
  const next = nextSection(view, section);
  return next
    ? { redirect: view.addresses.section(next.id), landing: drawn(next, false) }
    : { redirect: view.addresses.check, landing: () => checkResponse(view, desk.world.id()) };
}

/** How many rows each table shows next, and where the focus goes. */
function rowsAfter(act: SectionPost['act'], section: Section, typed: Posted) {
  const counts: Record<string, number> = {};
  let focus = 'section';
  for (const question of section.questions) {
    if (question.kind !== 'table') continue;
    const shown = rowsShown(question, { posted: typed }).length;
    const touched = 'table' in act && act.table === question.id;
    const count = Math.min(shown + (touched && act.kind === 'add' ? 1 : 0), question.maxRows);
    if (!touched) continue;
    counts[question.id] = count;
    focus = act.kind === 'add' ? `${question.id}.${count - 1}.${question.columns[0]?.id ?? ''}` : question.id;
  }
  return { counts, focus };
}

function refused(view: SurveyView, id: string, typed: Posted, error: SaveRefused, desk: Desk): PageResponse {
  const section = view.form.sections.find((one) => one.id === id);
  if (!section) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const now = desk.world.now();
  switch (error.kind) {
    case 'not-asked':
    case 'no-such-section':
      return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
    case 'conflict': {
      const { theirs, mine, questions } = error;
      return { page: ConflictPage({ view, section, ...storedOf(section, theirs), mine, questions }), status: 409 };
    }
    case 'closed': {
      const read = readSection(section, typed, outside(section, view.file.values), dayOfInstant(now));
      const why = whySettled(view, section) ?? '保存できませんでした。画面を開き直してください。';
      return {
        page: SettledSectionPage({ view, section, values: settledValues(view), why, typed: read.values }),
        status: 409,
      };
    }
    case 'too-large': {
      const version = view.file.drafts.get(section.id)?.version ?? 0;
      const base = fingerprints(section, within(section, view.file.values));
      const longest = section.questions.find(({ kind }) => kind === 'long-text')?.id ?? 'section';
      const problems = [
        { field: longest, message: '文章が長すぎて保存できません。短くして、もう一度保存してください。' },
      ];
      return { page: SectionPage({ view, section, posted: typed, version, base, problems, now }), status: 422 };
    }
  }
}
