import { describe, expect, test } from 'vitest';
import { mergeRow } from '#lib/core/organisations/merge-register.ts';
import { readRegister } from '#lib/core/organisations/read-register.ts';

const places = {
  prefectures: [
    { code: '03', name: '岩手県', shortName: '岩手' },
    { code: '04', name: '宮城県', shortName: '宮城' },
  ],
  areas: [
    { code: '0303', prefecture: '03', name: '胆江' },
    { code: '0402', prefecture: '04', name: '仙南' },
  ],
};
const codeOf = (prefecture: string, name: string) => `N-${prefecture}-${name}`;
const read = (...lines: string[][]) => readRegister(lines, places, codeOf);

describe('reading a register', () => {
  test('takes headings in either language, in any order and width, and names those it does not know', () => {
    const { rows, ignoredColumns } = read(
      ['prefecture', 'ﾌﾘｶﾞﾅ', 'hospital', '二次医療圏'],
      ['岩手', 'x', '架空胆江病院', '胆江'],
    );
    expect(rows).toMatchObject([{ line: 2, prefecture: '03', area: '0303', name: '架空胆江病院' }]);
    expect(ignoredColumns).toEqual(['ﾌﾘｶﾞﾅ']);
  });

  test('keeps names letter by letter, and reads numbers and codes in any width', () => {
    const { rows } = read(
      ['施設コード', '病院名', '都道府県', '募集定員'],
      ['０３１２３４５', '神福塚﨑髙病院', '岩手県', '１２名'],
    );
    expect(rows[0]).toMatchObject({ id: '0312345', name: '神福塚﨑髙病院', seats: 12 });
  });

  test('rejects each bad row with all its reasons and its line, and takes the others', () => {
    const { rows, rejected } = read(
      ['病院名', '都道府県', '二次医療圏', '募集定員', 'メール'],
      ['架空一病院', '岩手県', '胆江', '5', ''],
      ['', '江戸', '', '', ''],
      ['架空三病院', '岩手県', '仙南', '-2', 'a@b'],
      ['架空 一 病院', '岩手県', '胆江', '5', ''],
    );
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(rejected.map(({ line, reasons }) => [line, reasons.length])).toEqual([
      [3, 2],
      [4, 2],
      [5, 1],
    ]);
    expect(rejected[1]?.reasons.join('')).toContain('二次医療圏「仙南」が岩手県に見つかりません。');
    expect(rejected[2]?.reasons).toEqual(['2行目と同じ病院です。']);
  });

  test('says which required heading is missing', () => {
    expect(read(['施設名', '種別'], ['架空病院', '大学病院']).rejected[0]?.reasons).toEqual([
      '見出しに「都道府県」の列がありません。',
    ]);
  });

  test('takes a row of 種別 都道府県 for that prefecture’s office, one a prefecture', () => {
    const { rows, rejected } = read(
      ['病院名', '都道府県', '種別', '担当者', 'メールアドレス'],
      ['架空県医療政策課', '岩手県', '都道府県', '担当', 'ishi@iwate.example'],
      ['架空県別の課', '岩手県', '都道府県', '', ''],
    );
    const contacts = [{ name: '担当', email: 'ishi@iwate.example' }];
    expect(rows).toEqual([
      { line: 2, id: 'pref-03', kind: 'prefecture', name: '架空県医療政策課', prefecture: '03', contacts },
    ]);
    expect(rejected.map(({ line }) => line)).toEqual([3]);
    expect(rows.map((row) => mergeRow(row, undefined).after.kind)).toEqual(['prefecture']);
  });

  test('passes over empty lines and counts lines as the file does', () => {
    const { rows } = read(['病院名', '都道府県'], ['', ''], ['架空病院', '宮城県']);
    expect(rows[0]?.line).toBe(3);
  });
});

describe('laying a row over the register', () => {
  const row = {
    line: 2,
    id: 'H1',
    name: '架空病院',
    prefecture: '03',
    contacts: [{ name: '担当', email: 'a@h.example' }],
  };

  test('a hospital not known is new, the same row again changes nothing', () => {
    const first = mergeRow(row, undefined);
    expect(first.kind).toBe('new');
    const reordered = { ...first.after, contacts: [{ email: 'a@h.example', name: '担当' }] };
    expect(mergeRow(row, reordered).kind).toBe('same');
  });

  test('what the row does not say stays: area, seats, further contacts', () => {
    const before = {
      ...mergeRow(row, undefined).after,
      area: '0303',
      seats: 8,
      contacts: [
        { name: '旧', email: 'old@h.example' },
        { name: '副', email: 'b@h.example' },
      ],
    };
    const { kind, after } = mergeRow({ ...row, name: '架空新病院' }, before);
    expect(kind).toBe('changed');
    expect(after).toMatchObject({ name: '架空新病院', area: '0303', seats: 8, version: 2 });
    expect(after.contacts.map(({ email }) => email)).toEqual(['a@h.example', 'b@h.example']);
  });
});
