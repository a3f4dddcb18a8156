import { addDays } from '#lib/core/calendar/day.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { applies } from '#lib/core/survey/applies.ts';
import type { Column, Form, Question, Row, Value, Values } from '#lib/core/survey/form.ts';
import { type Chance, chanceOf } from './chance.ts';
import { placesOffered } from './register.ts';

const sentences = [
  '地域の方の生活を支える医療を、入院から在宅まで一貫して経験できます。',
  '救急外来では、初期対応から上級医と相談しながら診療に加わることができます。',
  '少人数のため、指導医がそばで一人一人に合わせて指導します。',
  '訪問診療や健診にも参加し、地域の保健活動を学べます。',
  '多職種のカンファレンスを毎週開き、研修医も発表します。',
];

/** The question of how many places a 連携元 offers: by prefecture they come to what was filed, which the floors were met by. */
const PLACES = 'seats';

/** Plausible answers of one hospital to any form; the same hospital and year always answer the same. */
export function demoAnswers(form: Form, hospital: Organisation, year: string): Values {
  const chance = chanceOf(`${form.id} ${hospital.id} ${year}`);
  const values: Record<string, Value> = {};
  for (const section of form.sections) {
    for (const question of section.questions) {
      if (!applies(section.when, values) || !applies(question.when, values)) continue;
      if (question.required !== true && chance.next() < 0.12) continue;
      const usual = answer(question, hospital, chance, year);
      const value = question.id === PLACES ? (placesOffered(hospital) ?? usual) : usual;
      if (value !== undefined) values[question.id] = value;
      if (
        question.kind === 'choices' &&
        question.otherCode &&
        Array.isArray(value) &&
        value.includes(question.otherCode)
      ) {
        values[`${question.id}-other`] = '院内の勉強会';
      }
    }
  }
  return values;
}

function answer(question: Question, hospital: Organisation, chance: Chance, year: string): Value | undefined {
  switch (question.kind) {
    case 'long-text':
      return `${chance.of(sentences)}${chance.of(sentences)}`;
    case 'choices': {
      const real = question.choices.filter(({ code }) => code !== question.noneCode && code !== question.otherCode);
      return chance.some(real, 0.5).map(({ code }) => code);
    }
    case 'table':
      return rows(
        question.columns,
        question.rowLabel === '診療科' ? chance.between(3, 7) : chance.between(1, 3),
        hospital,
        chance,
        year,
      );
    case 'rank':
    case 'file':
    case 'note':
    case 'calculate':
    case 'time':
    case 'date-time':
    case 'range':
      return undefined;
    default:
      return cell(question, hospital, chance, year);
  }
}

function rows(columns: readonly Column[], wanted: number, hospital: Organisation, chance: Chance, year: string): Row[] {
  const used = new Set<string | number>();
  const made = Array.from({ length: wanted }, (_, index): Row => {
    const entries = columns.flatMap((column, place): [string, string | number][] => {
      const value = period(column, index, year) ?? cell(column, hospital, chance, year);
      if (value === undefined || (place === 0 && column.kind === 'choice' && used.has(value))) return [];
      if (place === 0) used.add(value);
      return [[column.id, value]];
    });
    return Object.fromEntries(entries);
  });
  return made.filter((row) => columns[0] === undefined || row[columns[0].id] !== undefined);
}

/** Halves of a 年度, one after the other. */
function period(column: Column, index: number, year: string): string | undefined {
  if (column.kind !== 'date') return undefined;
  const start =
    index % 2 === 0 ? `${Number(year) + Math.floor(index / 2)}-04-01` : `${Number(year) + Math.floor(index / 2)}-10-01`;
  return column.id === 'to' ? addDays(start, 181) : start;
}

function cell(question: Column, hospital: Organisation, chance: Chance, year: string): string | number | undefined {
  switch (question.kind) {
    case 'text':
      return text(question.purpose, hospital, chance);
    case 'integer':
      return chance.between(
        question.min,
        Math.min(question.max, Math.ceil((question.unlikelyAbove ?? question.max) / 4) + question.min),
      );
    case 'decimal':
      return question.min;
    case 'date':
      return `${year}-04-01`;
    case 'choice': {
      const usual = question.choices.filter(({ code }) => code !== question.otherCode);
      return chance.next() < 0.6 ? usual[0]?.code : chance.of(usual).code;
    }
    default:
      return undefined;
  }
}

function text(purpose: string | undefined, hospital: Organisation, chance: Chance): string {
  const contact = hospital.contacts[0];
  if (purpose === 'telephone') return contact?.telephone ?? '000-000-0000';
  if (purpose === 'email') return contact?.email ?? 'kenshu@hospital.example';
  if (purpose === 'name') return contact?.department ?? '総務課';
  return chance.of(['毎週', '月2回程度', '相談に応じます', '診療科によります']);
}
