import { demoAnswers } from '#infra/local/demo/demo-answers.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { hospitals } from '../../support/small-country.ts';
import { days } from '../small-play.ts';

const edition = koiki.editions.at(-1);
const found = edition?.surveys.find(({ id }) => id === 'destination');
if (!edition || !found) throw new Error('the programme has no edition');

/** What is asked: the scheme's own form, all its sections. */
export const survey = found;
export const surveyName = `${koiki.id}/${edition.id}/${survey.id}`;

/** So many hospitals of 岩手 that are asked, and one of 東京 that is told. */
export function register(asked: number): readonly Organisation[] {
  const [first] = hospitals;
  if (!first) throw new Error('the small country is empty');
  const many = Array.from({ length: asked }, (_, at): Organisation => {
    const id = `IWATE${at + 1}`;
    const email = `kenshu@${id.toLowerCase()}.example`;
    return { ...first, id, name: `架空${id}病院`, contacts: [{ name: '担当', email, telephone: '000-000-0000' }] };
  });
  return [...many, ...hospitals.filter(({ id }) => id === 'TOKYO1')];
}

/** What a hospital answers. */
export const answersOf = (hospital: Organisation) => demoAnswers(survey.form, hospital, days.begun.slice(0, 4));
