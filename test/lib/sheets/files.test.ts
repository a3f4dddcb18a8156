import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeCp932 } from '#lib/sheets/cp932.ts';
import { readCsv, writeCsv } from '#lib/sheets/csv.ts';
import { readSheets } from '#lib/sheets/read-sheets.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { UPLOAD_LIMITS } from '#lib/sheets/upload-limits.ts';
import { sheetNames, writeXlsx } from '#lib/sheets/write-xlsx.ts';

const good = writeXlsx([
  {
    name: '表',
    rows: [
      ['a', 1],
      ['b', null],
    ],
  },
]);
const parts = (): Record<string, Uint8Array> => unzipSync(good);
const sheetXml = (body: string): Uint8Array => {
  const all = parts();
  all['xl/worksheets/sheet1.xml'] = strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`,
  );
  return zipSync(all);
};
const kindOf = async (bytes: Uint8Array, limits = UPLOAD_LIMITS) => {
  const read = await readXlsx(bytes, limits);
  return read.ok ? 'ok' : read.error.kind;
};

describe('an xlsx that is written', () => {
  test('reads back with every kind of text and number as it was', async () => {
    const row = [
      '髙﨑𠮷葛󠄀',
      '神\u{FA19}',
      ' 　両端 ',
      '1\n2\t3',
      '<&">',
      '_x0041_',
      '=1+1',
      '00123',
      0,
      -1.5,
      true,
      '',
      null,
      '終',
    ];
    const read = await readXlsx(writeXlsx([{ name: 'a', rows: [row] }]));
    expect(read.ok && read.value.sheets[0]?.rows[0]).toEqual(row.map((cell) => (cell === '' ? null : cell)));
  });

  test('drops what XML cannot hold and never writes a formula', async () => {
    const bytes = writeXlsx([{ name: 'a', rows: [['a\u0000\u001Bb\uFFFE', '=cmd()']] }]);
    const read = await readXlsx(bytes);
    expect(read.ok && read.value.sheets[0]?.rows[0]).toEqual(['ab', '=cmd()']);
    expect(new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])).not.toContain('<f');
  });

  test('keeps the order of elements that Excel insists on', () => {
    const bytes = writeXlsx([
      { name: 'a', rows: [['x']], widths: [9], frozen: true, lists: [{ cell: 'A2', range: "'b'!$A$1:$A$2" }] },
      { name: 'b', rows: [['1'], ['2']] },
    ]);
    const text = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    const order = [
      ...text.matchAll(/<(sheetPr|sheetViews|sheetFormatPr|cols|sheetData|dataValidations|pageMargins|pageSetup)\b/g),
    ].map(([, name]) => name);
    expect(order).toEqual([
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'dataValidations',
      'pageMargins',
      'pageSetup',
    ]);
  });

  test('prints the head of a table on every page, and a table as wide as the page unless nobody could read that', () => {
    const wide = Array.from({ length: 40 }, () => 20);
    const pieces = unzipSync(
      writeXlsx([
        { name: "a'b", rows: [['x']], widths: [9, 40], frozen: true },
        { name: 'c', rows: [['x']], widths: wide, frozen: true },
        { name: 'd', rows: [['x']] },
      ]),
    );
    const text = (path: string) => new TextDecoder().decode(pieces[path]);
    expect(text('xl/workbook.xml').match(/<definedName .*?<\/definedName>/g)).toEqual([
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'a''b'!$1:$1</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'c'!$1:$1</definedName>`,
    ]);
    expect([1, 2, 3].map((n) => text(`xl/worksheets/sheet${n}.xml`).includes('fitToHeight="0"'))).toEqual([
      true,
      false,
      false,
    ]);
    expect([1, 2, 3].map((n) => text(`xl/worksheets/sheet${n}.xml`).includes('fitToPage="1"'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('makes a row as high as its texts that wrap need, where columns say how wide they are', () => {
    const rows = [
      ['見出し', '長い見出しの文'],
      ['ab', '一\n二\n三'],
      ['x', '12345678'],
    ];
    const heights = (looks: readonly ('plain' | 'wrapped')[]) => {
      const bytes = writeXlsx([{ name: 'a', rows, widths: [9, 9], frozen: true, looks }]);
      const text = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
      return [...text.matchAll(/<row r="\d+"(?: ht="(\d+)" customHeight="1")?>/g)].map(([, height]) => height);
    };
    expect(heights(['plain'])).toEqual(['36', undefined, undefined]);
    expect(heights(['plain', 'wrapped'])).toEqual(['36', '54', undefined]);
  });

  test('has names that Excel takes, each once', () => {
    expect(sheetNames(['A/B', 'a b', '', `${'長'.repeat(30)}𠮷い`, "'x'"])).toEqual([
      'A B',
      'a b (2)',
      'シート',
      '長'.repeat(30),
      'x',
    ]);
    expect(() => writeXlsx([])).toThrow(RangeError);
    expect(() => writeXlsx([{ name: 'a', rows: [['x'.repeat(32_768)]] }])).toThrow(RangeError);
  });

  test('is the same bytes for the same sheets', () => {
    expect(writeXlsx([{ name: 'a', rows: [['x']] }])).toEqual(writeXlsx([{ name: 'a', rows: [['x']] }]));
  });
});

describe('an xlsx that is read', () => {
  test('gives values of formulas without running them, days for dates, and names without their readings', async () => {
    const all = parts();
    all['xl/styles.xml'] = strToU8(
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>',
    );
    all['xl/sharedStrings.xml'] = strToU8(
      '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si></sst>',
    );
    all['xl/_rels/workbook.xml.rels'] = strToU8(
      new TextDecoder()
        .decode(all['xl/_rels/workbook.xml.rels'])
        .replace(
          '</Relationships>',
          '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
    );
    all['xl/worksheets/sheet1.xml'] = strToU8(
      '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" s="1"><v>46478</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" s="2"><v>0.5854166667</v></c></row></sheetData></worksheet>',
    );
    const read = await readXlsx(zipSync(all));
    expect(read.ok && read.value.sheets[0]?.rows[0]).toEqual([2, '2027-04-01', '漢字', '14:03']);
  });

  test('is refused when it is none, broken, or protected', async () => {
    expect(await kindOf(strToU8('a,b'))).toBe('not-a-workbook');
    expect(await kindOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('not-a-workbook');
    expect(await kindOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('protected');
    expect(await kindOf(good.slice(0, good.length - 30))).toBe('damaged');
    expect(await kindOf(new Uint8Array())).toBe('not-a-workbook');
  });

  test('is refused when it grows beyond the caps, whatever its directory says', async () => {
    const bomb = zipSync({ ...parts(), 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) });
    expect(bomb.length).toBeLessThan(UPLOAD_LIMITS.upload);
    expect(await kindOf(bomb)).toBe('too-large');
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    for (let at = 0; at < liar.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 40_000_000)
        view.setUint32(at + 24, 1000, true);
    expect(await kindOf(liar)).toBe('damaged');
    expect(
      await kindOf(
        zipSync({ ...parts(), ...Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}`, strToU8('')])) }),
      ),
    ).toBe('suspicious');
    expect(await kindOf(good, { ...UPLOAD_LIMITS, upload: 100 })).toBe('too-large');
  });

  test('is refused with entities or with cells far away', async () => {
    const all = parts();
    all['xl/workbook.xml'] = strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>');
    expect(await kindOf(zipSync(all))).toBe('suspicious');
    expect(await kindOf(sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toBe('too-large');
    expect(await kindOf(sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('too-large');
  });
});

describe('CSV', () => {
  const rows = [
    ['a', 'い,ろ', '"引用"', '1\n2', '=1+1', '-1', "'=x", ' 余白 ', '＝SUM', ''],
    [1, -2, true, null, '終'],
  ];

  test.each(['utf-8', 'cp932'] as const)('in %s reads back, formulas guarded on the way', (encoding) => {
    const { bytes, missing } = writeCsv(rows, encoding);
    expect(missing).toEqual([]);
    const text = decodeText(bytes) ?? '';
    expect(text).toContain(",'=1+1,'-1,''=x,");
    expect(text.endsWith('\r\n')).toBe(true);
    const read = readCsv(bytes);
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([rows[0], ['1', '-2', 'TRUE', '', '終']]);
  });

  test('in UTF-8 starts with a BOM, in CP932 with none', () => {
    expect([...writeCsv([['a']]).bytes.slice(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
    expect([...writeCsv([['あ①']], 'cp932').bytes]).toEqual([0x82, 0xa0, 0x87, 0x40, 13, 10]);
  });

  test('in CP932 names what it could not write', () => {
    const { bytes, missing } = encodeCp932('髙﨑𠮷〜−☃');
    expect(missing).toEqual(['𠮷', '☃']);
    expect(decodeText(bytes)).toBe('髙﨑〓～－〓');
  });

  test('of other hands is read: no BOM, tabs, bare line feeds, no last line break', () => {
    const of = (text: string) => {
      const read = readCsv(strToU8(text));
      return read.ok ? read.value.sheets[0]?.rows : read.error.kind;
    };
    expect(of('a\tb\n1\t"2\n3"')).toEqual([
      ['a', 'b'],
      ['1', '2\n3'],
    ]);
    expect(of('a,b,\r\n,,')).toEqual([
      ['a', 'b', ''],
      ['', '', ''],
    ]);
    expect(of('"a""b","c"\r"d"')).toEqual([['a"b', 'c'], ['d']]);
    expect(of('a,"b')).toBe('damaged');
    expect(of('a\0b')).toBe('not-a-workbook');
  });
});

test('the port reads xlsx and CSV by their first bytes', async () => {
  expect((await readSheets(good)).ok).toBe(true);
  expect((await readSheets(strToU8('a,b'))).ok).toBe(true);
});
