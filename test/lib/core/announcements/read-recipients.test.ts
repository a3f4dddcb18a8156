import { describe, expect, test } from 'vitest';
import { fictionalStudents } from '#infra/local/demo/students.ts';
import { readRecipients } from '#lib/core/announcements/read-recipients.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { readCsv, writeCsv } from '#lib/sheets/csv.ts';

const head = ['メールアドレス', '氏名(任意)', '大学', '都道府県', '学年', '同意日'];
const read = (...rows: string[][]) => readRecipients([head, ...rows], { prefectures: PREFECTURES }, '2026-12-01');
const good = ['a@u.example', '髙橋 学', '架空大学', '岩手', '５年生', 'R8.10.1'];

describe('A list of people who agreed', () => {
  test('is read with its numbers and days tidied and its names as written', () => {
    expect(read(good).recipients).toEqual([
      {
        line: 2,
        email: 'a@u.example',
        name: '髙橋 学',
        university: '架空大学',
        prefecture: '03',
        year: 5,
        consentedOn: '2026-10-01',
      },
    ]);
  });

  test('says of each row that is not taken in why', () => {
    const { recipients, rejected } = read(
      good,
      ['A@U.example', '', '架空大学', '岩手県', '5', '2026-10-01'],
      ['b@u.example', '', '架空大学', '岩手県', '5', ''],
      ['c@u', '', '架空大学', '岩手県', '5', '2026-10-01'],
      ['d@u.example', '', '', '火星', '9', '2026-12-02'],
    );
    expect(recipients).toHaveLength(1);
    expect(rejected).toEqual([
      { line: 3, reasons: ['2行目と同じメールアドレスです。'] },
      { line: 4, reasons: ['同意日がありません。'] },
      { line: 5, reasons: ['メールアドレスの形を確かめてください。'] },
      {
        line: 6,
        reasons: [
          '同意日が今日より後です。',
          '大学がありません。',
          '都道府県「火星」が見つかりません。',
          '学年は、1〜6の数で入力してください。',
        ],
      },
    ]);
  });

  test('takes in no address that could begin another header', () => {
    for (const email of [
      'a@u.example\r\nBcc: b@u.example',
      'a@u.example, b@u.example',
      '<a@u.example>',
      'a b@u.example',
      '"a"@u.example',
    ]) {
      expect(read([email, '', '架空大学', '岩手', '5', '2026-10-01']).recipients, email).toEqual([]);
    }
  });

  test('names a column that is missing, and those that are not read', () => {
    expect(
      readRecipients([['メールアドレス', '大学']], { prefectures: PREFECTURES }, '2026-12-01').rejected[0]?.reasons,
    ).toEqual([
      '見出しに「都道府県」の列がありません。',
      '見出しに「学年」の列がありません。',
      '見出しに「同意日」の列がありません。',
    ]);
    expect(
      readRecipients(
        [
          [...head, '電話番号'],
          [...good, '000'],
        ],
        { prefectures: PREFECTURES },
        '2026-12-01',
      ).ignored,
    ).toEqual(['電話番号']);
  });

  test.each(['utf-8', 'cp932'] as const)('is read whole from a CSV of 6,500 rows in %s', (encoding) => {
    const file = readCsv(writeCsv(fictionalStudents(6500), encoding).bytes);
    if (!file.ok) throw new Error(file.error.message);
    const cells = (file.value.sheets[0]?.rows ?? []).map((row) => row.map(String));
    const { recipients, rejected } = readRecipients(cells, { prefectures: PREFECTURES }, '2026-12-01');
    expect([recipients.length, rejected]).toEqual([6500, []]);
  });
});
