import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkForm } from '#lib/core/survey/check-form.ts';
import { editForm } from '#lib/core/survey/compose/edit-form.ts';
import { formProblems } from '#lib/core/survey/compose/form-problems.ts';
import { partAt, questionAt, type Target } from '#lib/core/survey/compose/target.ts';
import type { Column, Condition, Form, Question } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { ringsOf } from '#lib/core/survey/rings.ts';
import { targets } from './targets.ts';

/** What a choice offers, decided by the answer to another question. */
const offering = (question: string) =>
  ({
    kind: 'choice',
    choices: [{ code: 'x', label: 'x' }],
    choiceFilter: { kind: 'answer', question },
  }) as const satisfies Partial<Question>;

/** Up to eight questions over three sections, every third a table of two columns, each part looking at whatever. */
const anyTangle = fc
  .array(fc.record({ kind: fc.nat(4), looks: fc.option(fc.nat(7)), cell: fc.option(fc.nat(9)) }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((parts) => fc.tuple(fc.constant(parts), fc.tuple(...[0, 1, 2].map(() => fc.option(fc.nat(7), { freq: 1 })))))
  .map(([parts, gates]): Form => {
    const id = (at: number) => `q${at % parts.length}`;
    const when = (at: number | null): { when?: Condition } =>
      at === null ? {} : { when: { question: id(at), answered: true } };
    const questions = parts.map(({ kind, looks, cell }, at): Question => {
      const base = { id: id(at), label: `質問${at}` };
      if (kind === 2 && looks !== null)
        return { ...base, kind: 'calculate', expression: { kind: 'answer', question: id(looks) } };
      if (kind === 4 && looks !== null) return { ...base, ...offering(id(looks)) };
      if (kind !== 3) return { ...base, ...when(looks), kind: 'text', maxLength: 9 };
      const column = (name: string, own?: Condition): Column => ({
        kind: 'text',
        id: `${name}${at}`,
        label: name,
        maxLength: 9,
        ...(own === undefined ? {} : { when: own }),
      });
      const beside: Condition = { question: `b${at}`, answered: true };
      const columns = [
        cell === 9
          ? { ...offering(`b${at}`), id: `a${at}`, label: 'a' }
          : column('a', cell === null ? undefined : cell > 7 ? beside : when(cell).when),
        column('b', looks !== null && looks > 5 ? { question: `a${at}`, answered: true } : undefined),
      ];
      return { ...base, kind: 'table', rowLabel: '行', minRows: 0, maxRows: 3, columns };
    });
    const sections = gates.map((gate, at) => ({
      id: `s${at}`,
      title: `節${at}`,
      minutes: 1,
      ...when(gate),
      questions: questions.filter((_, place) => place % 3 === at),
    }));
    return { id: 'f', version: 1, title: '調査', prepare: [], sections };
  });

/** What a part looks at, by the shapes that `anyTangle` makes. */
function looksAt(part: Question | Column): readonly string[] {
  const { when } = part;
  const filter = part.kind === 'choice' ? part.choiceFilter : undefined;
  const expression = part.kind === 'calculate' ? part.expression : filter;
  return [
    ...(when && 'question' in when ? [when.question] : []),
    ...(expression?.kind === 'answer' ? [expression.question] : []),
  ];
}

/** What decides a part, said anew in the plainest way: every pair is looked at. */
function deciding(form: Form, target: Target): readonly Target[] {
  const questions = form.sections.flatMap((section) => section.questions);
  const at = (id: string): readonly Target[] => {
    const found = questions.find((each) => each.id === id);
    const table = questions.find((each) => each.kind === 'table' && each.columns.some((column) => column.id === id));
    const whole = found ?? table;
    return whole ? [{ kind: 'question', id: whole.id }] : [];
  };
  if (target.kind === 'section') {
    const when = form.sections.find(({ id }) => id === target.id)?.when;
    return when && 'question' in when ? at(when.question) : [];
  }
  const part = questionAt(form, target);
  if (!part) return [];
  if (target.kind === 'column') {
    const table = questionAt(form, { kind: 'question', id: target.table });
    const beside = table?.kind === 'table' ? table.columns.map(({ id }) => id) : [];
    return looksAt(part).flatMap((id) => (beside.includes(id) ? [{ ...target, id }] : at(id)));
  }
  const section = form.sections.find((each) => each.questions.some(({ id }) => id === target.id));
  return [
    ...looksAt(part).flatMap(at),
    ...(section?.when ? [{ kind: 'section', id: section.id } as const] : []),
    ...(part.kind === 'table' ? part.columns.map(({ id }) => ({ kind: 'column', table: part.id, id }) as const) : []),
  ];
}

const name = (target: Target): string => JSON.stringify(target);

/** Whether any part decides itself, by following every way from every part. */
function isTangled(form: Form): boolean {
  return targets(form).some((start) => {
    const seen = new Map<string, Target>();
    const open = [...deciding(form, start)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(name(next))) continue;
      seen.set(name(next), next);
      open.push(...deciding(form, next));
    }
    return seen.has(name(start));
  });
}

test('a ring is found where and only where a part decides itself, each ring is one, and publishing is refused by it', () => {
  fc.assert(
    fc.property(anyTangle, (form) => {
      const rings = ringsOf(form);
      expect(rings.length > 0).toBe(isTangled(form));
      for (const ring of rings)
        for (const [at, part] of ring.entries()) {
          const next = ring[(at + 1) % ring.length];
          expect(deciding(form, part).map(name)).toContain(next && name(next));
        }
      const told = formProblems(form).filter(({ message }) => message.startsWith('条件や計算が輪に'));
      expect(told.length).toBe(rings.length);
      for (const { target } of told) expect(target && partAt(form, target)).toBeDefined();
    }),
    { numRuns: 400 },
  );
});

test('a condition is refused where and only where it closes a ring, and without rings every answer can be followed', () => {
  const about = fc.tuple(anyTangle, fc.nat(), fc.nat(7));
  fc.assert(
    fc.property(about, ([form, part, other]) => {
      const sound = !isTangled(form);
      const all = targets(form);
      const target = all[part % all.length];
      const questions = form.sections.flatMap((section) => section.questions);
      const question = questions[other % questions.length]?.id;
      if (!sound || !target || question === undefined) return;
      const edited = editForm({ form, ids: 0 }, { kind: 'set-condition', target, when: { question, answered: true } });
      if (edited.ok) {
        expect(isTangled(edited.value.form)).toBe(false);
        expect(checkForm(edited.value.form).some(({ kind }) => kind === 'cycle')).toBe(false);
        expect(() => reach(edited.value.form.sections, { q0: 'x' }).values).not.toThrow();
      } else {
        expect(edited.error.kind).toBe('ring');
        if (edited.error.kind !== 'ring') return;
        expect(isTangled(edited.error.form)).toBe(true);
        expect(edited.error.ring.map(name)).toContain(name(target));
      }
    }),
    { numRuns: 400 },
  );
});
