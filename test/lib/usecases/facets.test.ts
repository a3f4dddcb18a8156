import { expect, test } from 'vitest';
import { r9 } from '#lib/programs/koiki/editions.ts';
import { contactsOf, facetsOf, heldCodes } from '#lib/usecases/facets.ts';

const surveyAsking = (id: string) => {
  const survey = r9.surveys.find(({ form }) => form.id === id);
  if (!survey) throw new Error(`no survey ${id}`);
  return survey;
};
const [first] = r9.surveys.filter(({ asks, informs }) => asks === 'destination' && informs === 'source');
const facets = first ? facetsOf(r9, first) : [];
const facet = (id: string) => {
  const found = facets.find((one) => one.id === id);
  if (!found) throw new Error(`no facet ${id}`);
  return found;
};

test('a list of 連携先 can be narrowed by housing, night duty, departments, childcare and the month', () => {
  for (const id of ['housing', 'night-senior', 'departments.department', 'childcare', 'periods.month']) facet(id);
  expect(
    facet('periods.month')
      .choices.map(({ label }) => label)
      .slice(0, 2),
  ).toEqual(['2027年4月', '2027年5月']);
});

test('every form for the same side offers the same filters, its own first', () => {
  const ids = facets.map(({ id }) => id);
  const others = r9.surveys.filter(({ asks, informs }) => asks === 'destination' && informs === 'source');
  expect(others.length).toBeGreaterThan(1);
  for (const { form } of others) {
    const other = facetsOf(r9, surveyAsking(form.id)).map(({ id }) => id);
    expect(other.toSorted()).toEqual(ids.toSorted());
  }
});

test('a month is held where one period covers it whole, February of a leap year too', () => {
  const values = { periods: [{ from: '2027-06-02', to: '2028-02-29', doctors: 1 }] };
  expect(heldCodes(values, facet('periods.month'))).toEqual([
    '2027-07',
    '2027-08',
    '2027-09',
    '2027-10',
    '2027-11',
    '2027-12',
    '2028-01',
    '2028-02',
  ]);
  expect(heldCodes({}, facet('periods.month'))).toEqual([]);
});

test('contacts are what only hospitals that take requests pass on', () => {
  expect(first && contactsOf(r9, first).map(({ id }) => id)).toEqual([
    'contact-department',
    'contact-telephone',
    'contact-mail',
  ]);
});
