import { demoAnswers } from '#infra/local/demo/demo-answers.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { postedOf } from '#lib/core/survey/posted-of.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { figure, quantile } from './print-table.ts';

const rounds = 300;

/** Reads whole answers of fictional hospitals to each of the newest edition's surveys as they are typed, section by section, and prints how long one takes, warm (reach ≤ 1 ms for the 15 sections of S1). */
export function benchValidate(): void {
  const edition = koiki.editions.at(-1);
  if (!edition) throw new Error('no edition');
  const hospitals = demoRegister(edition).slice(0, 20);
  for (const { form, title } of edition.surveys) {
    const answers = hospitals.map((hospital) => demoAnswers(form, hospital, '2027'));
    const posted = answers.map((values) =>
      form.sections.map(({ questions }) => Object.assign({}, ...questions.map((one) => postedOf(one, values)))),
    );
    const read = (at: number) =>
      form.sections.map((section, place) =>
        readSection(section, posted[at]?.[place] ?? {}, answers[at] ?? {}, '2027-01-15'),
      );
    const wrong = hospitals.flatMap((_, at) => read(at).flatMap(({ problems }) => problems));
    if (wrong.length > 0) throw new Error(`an answer does not read back: ${wrong[0]?.field} ${wrong[0]?.message}`);
    for (let warm = 0; warm < rounds; warm++) read(warm % hospitals.length);
    const times = Array.from({ length: rounds }, (_, at) => {
      const from = process.hrtime.bigint();
      read(at % hospitals.length);
      return Number(process.hrtime.bigint() - from) / 1e6;
    }).sort((a, b) => a - b);
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)].map((one) => figure(one, 3));
    const questions = form.sections.reduce((sum, section) => sum + section.questions.length, 0);
    console.log(
      `${title}: ${form.sections.length} sections, ${questions} questions, whole answer p50 ${p50} ms, p95 ${p95} ms`,
    );
  }
}

if (import.meta.main) benchValidate();
