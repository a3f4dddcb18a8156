import { renderToString } from 'preact-render-to-string';
import { typedOf } from '#functions/components/questions/typed.ts';
import { answerAddresses } from '#functions/hospital/addresses.ts';
import type { SurveyView } from '#functions/hospital/components/survey-view.ts';
import { SectionPage } from '#functions/hospital/pages/section/section-page.tsx';
import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Form, Question, Section, Values } from '#lib/core/survey/form.ts';
import { programs } from '#lib/programs/every-program.ts';
import { fingerprints } from '#lib/usecases/merge-section.ts';
import { progressOf, within } from '#lib/usecases/progress.ts';

const [program] = programs;
const edition = program?.editions.at(-1);
const survey = edition?.surveys[0];
if (!program || !edition || !survey) throw new Error('no programme is installed');

const now = '2027-01-20T05:03:00.000Z';
const today = '2027-01-20';

/** The twelve fields that the peers were measured with: names, numbers, a date, choices, a table, a long text. */
const twelve: Section = {
  id: 'twelve',
  title: '受入れの体制',
  minutes: 5,
  questions: [
    { kind: 'text', id: 'name', label: '病院名', purpose: 'name', maxLength: 300, required: true },
    { kind: 'text', id: 'postal', label: '郵便番号', purpose: 'postal-code', maxLength: 8 },
    { kind: 'text', id: 'telephone', label: '電話番号', purpose: 'telephone', maxLength: 40 },
    { kind: 'text', id: 'mail', label: 'メールアドレス', purpose: 'email', maxLength: 254 },
    { kind: 'integer', id: 'beds', label: '病床数', unit: '床', min: 0, max: 3000 },
    { kind: 'decimal', id: 'rate', label: '病床利用率', unit: '%', digits: 1, min: '0', max: '100' },
    { kind: 'date', id: 'from', label: '受入れを始める日' },
    {
      kind: 'choice',
      id: 'accepts',
      label: '受入れの可否',
      required: true,
      choices: choices('可', '不可', '相談による'),
    },
    {
      kind: 'choices',
      id: 'support',
      label: '支援',
      choices: choices('家賃補助', '交通費', '宿舎', '食事', '特になし'),
    },
    {
      kind: 'choice',
      id: 'housing',
      label: '宿舎',
      choices: choices('あり', 'なし'),
      when: { question: 'accepts', is: '1' },
    },
    {
      kind: 'table',
      id: 'periods',
      label: '受入可能な時期',
      rowLabel: '期間',
      minRows: 1,
      maxRows: 10,
      columns: [
        { kind: 'date', id: 'from', label: '開始日', required: true },
        { kind: 'date', id: 'to', label: '終了日' },
        { kind: 'integer', id: 'doctors', label: '人数', unit: '人', min: 0, max: 99 },
      ],
    },
    { kind: 'long-text', id: 'strength', label: '研修の魅力・強み', maxLength: 2000 },
  ],
};

const filled: Values = {
  name: '架空第一病院',
  postal: '1008916',
  telephone: '03-0000-0000',
  mail: 'kensyu@hospital.example',
  beds: 320,
  rate: '81.5',
  from: '2027-04-01',
  accepts: '1',
  support: ['1', '2'],
  housing: '1',
  periods: [
    { from: '2027-04-01', to: '2027-09-30', doctors: 2 },
    { from: '2027-10-01', to: '2028-03-31', doctors: 1 },
  ],
  strength: '救急と地域医療の両方を経験できます。週1回、指導医と振り返りの時間があります。',
};

/** Five hundred questions, each fifth hanging on the one before, and a table of 150 rows, all on one page. */
const vast: Section = {
  id: 'vast',
  title: '大きな項目',
  minutes: 60,
  questions: [
    ...Array.from({ length: 500 }, (_, at): Question => {
      const id = `q${at}`;
      const label = `設問${at + 1}`;
      if (at % 5 === 3) return { kind: 'choice', id, label, choices: choices('可', '不可', '相談による') };
      if (at % 5 === 4) return { kind: 'text', id, label, maxLength: 100, when: { question: `q${at - 1}`, is: '1' } };
      return at % 5 === 2
        ? { kind: 'integer', id, label, unit: '人', min: 0, max: 99 }
        : { kind: 'text', id, label, maxLength: 100 };
    }),
    {
      kind: 'table',
      id: 'rows',
      label: '期間',
      rowLabel: '期間',
      minRows: 1,
      maxRows: 200,
      columns: [
        { kind: 'date', id: 'from', label: '開始日' },
        { kind: 'date', id: 'to', label: '終了日' },
        { kind: 'integer', id: 'doctors', label: '人数', unit: '人', min: 0, max: 99 },
      ],
    },
  ],
};

const vastFilled: Values = {
  rows: Array.from({ length: 150 }, (_, at) => ({ from: '2027-04-01', to: '2027-09-30', doctors: at % 9 })),
};

const form = survey.form;
const longest = [...form.sections].sort((a, b) => fields(b) - fields(a))[0] ?? twelve;
const open = openEverything(form);

/** Pages by name, each as a function that draws it anew. */
export const pages: Readonly<Record<string, () => string>> = {
  '12 fields, empty': drawer({ ...form, sections: [twelve] }, twelve, {}),
  '12 fields, filled, last answers beside': drawer({ ...form, sections: [twelve] }, twelve, filled),
  [`longest built-in section (${longest.title}, ${longest.questions.length} questions)`]: drawer(
    open,
    sectionOf(open, longest.id),
    {},
  ),
};

/** The page of five hundred questions and 150 rows. */
export const vastPage = drawer({ ...form, sections: [vast] }, vast, vastFilled);

function drawer(form: Form, section: Section, values: Values): () => string {
  const view = viewOf(form, section, values);
  return () => {
    const posted = typedOf(section.questions, within(section, values));
    const base = fingerprints(section, values);
    return `<!doctype html>${renderToString(<SectionPage view={view} section={section} posted={posted} version={1} base={base} now={now} />)}`;
  };
}

function viewOf(form: Form, section: Section, values: Values): SurveyView {
  if (!program || !edition) throw new Error('no programme is installed');
  const answer = {
    round: 'r1',
    organisation: 'h1',
    name: '架空第一病院',
    prefecture: '03',
    state: 'drafting' as const,
    revision: 0,
    version: 1,
    chain: emptyChain,
  };
  const actor: Actor = {
    kind: 'hospital',
    organisation: 'h1',
    prefecture: '03',
    round: 'r1',
    purpose: 'answer',
    name: '田中',
  };
  const draft = { section: section.id, values: { ...values }, version: 1, savedAt: now, savedBy: '田中' };
  const file = { answer, drafts: new Map([[section.id, draft]]), revisions: [], values };
  return {
    program,
    edition,
    form,
    file,
    today,
    editable: true,
    csrf: 'x'.repeat(43),
    addresses: answerAddresses(actor, 'r1', 'h1'),
    actor,
    round: {
      id: 'r1',
      program: program.id,
      edition: edition.id,
      survey: 's',
      form: { id: form.id, version: form.version },
      title: form.title,
      due: '2027-01-29',
      release: '2027-02-26',
      ladder: [],
      state: 'open',
      asked: 1,
      informed: 0,
      office: { name: '医師確保担当', telephone: '03-0000-0000' },
      createdAt: now,
      version: 1,
      chain: emptyChain,
    },
    previous:
      Object.keys(values).length > 0
        ? { values: { ...values, beds: 300 }, submittedAt: now, version: form.version }
        : undefined,
    progress: progressOf(form, file, {}, today),
  };
}

function choices(...labels: readonly string[]) {
  return labels.map((label, at) => ({ code: String(at + 1), label }));
}

function fields(section: Section): number {
  return section.questions.reduce((sum, question) => sum + ('columns' in question ? question.columns.length : 1), 0);
}

/** The form with every section and question asked, whatever was answered. */
function openEverything(form: Form): Form {
  return {
    ...form,
    sections: form.sections.map(({ when, ...section }) => ({
      ...section,
      questions: section.questions.map(({ when: _, ...question }): Question => question),
    })),
  };
}

function sectionOf(form: Form, id: string): Section {
  return form.sections.find((section) => section.id === id) ?? twelve;
}
