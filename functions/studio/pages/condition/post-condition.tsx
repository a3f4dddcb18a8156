import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, onDraft } from '#functions/studio/page.ts';
import { readNumber } from '#lib/core/survey/clean/number-text.ts';
import { type Comparison, comparisonsOf, conditionOf } from '#lib/core/survey/compose/simple-condition.ts';
import type { Condition, Question } from '#lib/core/survey/form.ts';
import { editDraft } from '#lib/usecases/forms/edit-draft.ts';
import { showForm } from '../compose/show-form.tsx';
import { refusedWords } from '../edit-part/refused-words.ts';
import { ConditionPage, type TypedCondition } from './condition-page.tsx';
import { conditionPlace } from './condition-place.ts';

/** Sets the condition of a part, or takes it away. */
export const postCondition = onDraft(async (open, request, desk) => {
  const { form } = open;
  const place = conditionPlace(form, request);
  if (!place) {
    const message = '条件を付けようとした質問やセクションを、ほかの人が先に削除していました。条件は保存していません。';
    return showForm(open, request, desk, { problems: [{ field: 'main', message }], status: 409 });
  }
  const about = place.earlier.find(({ id }) => id === field(request, 'about'));
  const typed: TypedCondition = {
    comparison: field(request, 'comparison'),
    values: request.posted.values ?? [],
    number: field(request, 'number'),
    request: field(request, ':request'),
  };
  const again = (problems: readonly FieldProblem[], status: number) => ({
    page: <ConditionPage viewer={request} form={form} place={place} about={about} typed={typed} problems={problems} />,
    status,
  });
  const cleared = field(request, ':clear') === 'yes';
  if (!cleared && !about) return again([{ field: 'about', message: lostWords }], 422);
  const read = cleared || !about ? { when: undefined, problems: [] } : readCondition(about, typed);
  if (read.problems.length > 0) return again(read.problems, 422);
  const { target } = place;
  const edited = await editDraft(desk, request.actor, {
    form: form.id,
    command: { kind: 'set-condition', target, when: read.when },
    request: typed.request,
    seen: { target, fingerprint: field(request, ':seen') },
  });
  if (edited.ok) return { redirect: addresses.at(form.id, target, 'saved') };
  if (edited.error.kind === 'no-such-form' || edited.error.kind === 'gone') return notFound();
  if (edited.error.kind === 'ring') return again([{ field: 'about', message: refusedWords(edited.error) }], 422);
  const message =
    edited.error.kind === 'conflict'
      ? 'この画面を開いた後に、ここが変更されました。まだ保存していません。「今の条件」を確かめて、もう一度押してください。'
      : refusedWords(edited.error);
  return again([{ field: 'main', message }], 409);
});

const lostWords =
  '決める質問が、ここより前にありません。ほかの人が削除したか、順序を変えました。決める質問を選び直してください。';

interface ConditionReading {
  readonly when: Condition | undefined;
  readonly problems: readonly FieldProblem[];
}

function readCondition(about: Question, { comparison, values, number }: TypedCondition): ConditionReading {
  const chosen = comparisonsOf(about).find((each) => each === comparison);
  if (!chosen) return wrong('comparison', '比べ方を選んでください。');
  const reading = valuesFor(chosen, about, values, number);
  return 'field' in reading
    ? wrong(reading.field, reading.message)
    : {
        when: conditionOf({ question: about.id, comparison: chosen, values: reading.values }, about.kind),
        problems: [],
      };
}

const wrong = (field: string, message: string): ConditionReading => ({
  when: undefined,
  problems: [{ field, message }],
});

function valuesFor(
  comparison: Comparison,
  about: Question,
  codes: readonly string[],
  number: string,
): FieldProblem | { readonly values: readonly string[] } {
  if (comparison === 'answered') return { values: [] };
  if (comparison === 'at-least' || comparison === 'less-than') {
    const read = readNumber(number, 'unit' in about ? about.unit : '');
    return read === undefined ? { field: 'number', message: '数を入力してください（例：5）。' } : { values: [read] };
  }
  const known = 'choices' in about ? about.choices.map(({ code }) => code) : [];
  const values = codes.filter((code) => known.includes(code));
  return values.length === 0 ? { field: 'values', message: '選択肢を選んでください。' } : { values };
}
