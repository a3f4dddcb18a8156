import { expect, test } from 'vitest';
import { readAnswer } from '#lib/usecases/read-answer.ts';
import { clinic } from '#test/functions/hospital/clinic.ts';
import { filledIn, typedInto } from '#test/functions/workbook/filled-in.ts';
import { workbookSite } from '#test/functions/workbook/workbook-site.ts';
import { libreOffice, savedByLibreOffice } from '#test/support/ensure-libreoffice.ts';

const start = '/h/rounds/r1/workbook';
const typed = {
  name: '神\u{FA19}・𠮷田\u{FA10}病院',
  beds: '２２０床',
  telephone: '０１９ー０００ー００００',
  strength: '=1+1\n山が近い',
  accepts: '可',
  'periods.0.from': '令和9年4月1日',
  'periods.0.doctors': '2',
  'support=rent': '○',
};
const answered = {
  name: '神\u{FA19}・𠮷田\u{FA10}病院',
  beds: 220,
  telephone: '019-000-0000',
  strength: '=1+1\n山が近い',
  accepts: 'yes',
  periods: [{ from: '2027-04-01', doctors: 2 }],
  support: ['rent'],
};

const office = libreOffice();
if (!office) console.log('Skipped: no LibreOffice, so no questionnaire could be saved by it.');

test.skipIf(!office)(
  'a questionnaire that LibreOffice saved is taken in whole, also when a gateway had stripped its lists and styles',
  async () => {
    const place = await clinic();
    const site = await workbookSite(place.desk);
    const { bytes } = await site.get(`${start}/questionnaire/xlsx`);
    const saved = savedByLibreOffice([typedInto(bytes, typed), await filledIn(bytes, typed)]);
    for (const file of saved) {
      const own = await clinic();
      const there = await workbookSite(own.desk);
      const sent = await there.upload(start, file, '回答.xlsx');
      expect(sent.status).toBe(303);
      const { html } = await there.get(sent.location);
      expect(html).not.toContain('ファイル情報」が失われています');
      expect(html).toContain('変わる回答 7件');
      expect(html).toContain('<dd>0個</dd>');
      await there.post(sent.location, { seen: /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '' });
      expect((await readAnswer(own.table, 'r1', 'h1'))?.values).toEqual(answered);
      const again = await there.get(`${start}/questionnaire/xlsx`);
      const back = await there.upload(start, again.bytes, '回答.xlsx');
      expect((await there.get(back.location)).html).toContain('いまの回答から変わるところはありません');
    }
  },
);
