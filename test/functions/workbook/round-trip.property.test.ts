import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shown } from '#lib/core/survey/applies.ts';
import { readAnswer } from '#lib/usecases/read-answer.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { anyForm, anyPosted } from '../../lib/core/survey/arbitrary-form.ts';
import { clinic } from '../hospital/clinic.ts';
import { filledIn } from './filled-in.ts';
import { clerk, workbookSite } from './workbook-site.ts';

const start = '/h/rounds/r1/workbook';
const answers = anyForm.chain((form) => anyPosted(form).map((posted) => ({ form, posted })));

/** Its stamp speaks of answers that the hospital it is taken in for does not have. */
const withoutStamp = (csv: Uint8Array): Uint8Array => csv.slice(0, Buffer.from(csv).indexOf('\r\n:file') + 2);

test('for any form and any answer, web → store → Excel or CSV → store gives the same answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      answers,
      fc.constantFrom('xlsx', 'csv-utf8', 'csv-sjis'),
      async ({ form: { carries: _, ...form }, posted }, format) => {
        const place = await clinic({ form });
        for (const { id } of form.sections) {
          const save = { round: 'r1', organisation: 'h1', section: id, posted, version: 0, base: [], confirm: true };
          await saveSection(place.desk, clerk, save);
        }
        const before = shown(form, (await readAnswer(place.table, 'r1', 'h1'))?.values ?? {}, '2027-01-20');
        const { status, bytes, html } = await (await workbookSite(place.desk)).get(`${start}/questionnaire/${format}`);
        if (format === 'csv-sjis' && status === 422) {
          expect(html).toContain('Shift_JISにない文字');
          return;
        }
        const file = format === 'xlsx' ? await filledIn(bytes, {}, false) : withoutStamp(bytes);
        const other = await clinic({ form });
        const site = await workbookSite(other.desk);
        const { location } = await site.upload(start, file, `a.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
        const page = await site.get(location);
        const choices = [...page.html.matchAll(/name="(keep\.[^"]+)"/g)].map(([, name = '']) => [name, 'mine']);
        const seen = /name="seen" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
        await site.post(location, { seen, ...Object.fromEntries(choices) });
        const after = (await readAnswer(other.table, 'r1', 'h1'))?.values ?? {};
        const files = form.sections.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'file'));
        const kept = Object.entries(before).filter(([id]) => !files.some((one) => one.id === id));
        expect(shown(form, after, '2027-01-20')).toEqual(Object.fromEntries(kept));
      },
    ),
    { numRuns: 40, seed: 7 },
  );
});
