import { beforeEach, describe, expect, test } from 'vitest';
import { iwate, ministry, smallCountry } from '#test/support/small-country.ts';
import { type Visitor, visitor } from '../staff/visit.ts';

let staff: Visitor;

beforeEach(async () => {
  staff = await visitor(await smallCountry(), ministry);
});

describe('what-if of areas', () => {
  test('changes nothing under the published thresholds, and says so', async () => {
    const { status, html } = await staff.get('/s/planning/areas');
    expect(status).toBe(200);
    expect(html).toContain('対象の二次医療圏は変わりません。');
    expect(html).toContain('value="179.3"');
  });

  test('brings 西多摩 in when 400,000 people may live there, and names value, threshold and paragraph', async () => {
    const { html } = await staff.get('/s/planning/areas?t.area-population=400000');
    expect(html).toContain('1区域の役割が変わります。');
    expect(html).toContain('西多摩');
    expect(html).toContain('二次医療圏の人口は 380,400 人で、400,000 人未満です。');
    expect(html).toContain('省令の施行について');
    expect(html).toContain('人口30万人未満：300,000人未満 → 400,000人未満');
    expect(html).toContain('東京△1：加わる0区域、外れる0区域、役割が変わる1区域');
  });

  test('takes areas out, in the table and on the map alike', async () => {
    const { html } = await staff.get('/s/planning/areas?t.area-minority=170');
    const [, leaving] = /(\d+)区域が外れ[、ま]/.exec(html) ?? [];
    expect(Number(leaving)).toBeGreaterThan(0);
    expect(html).toContain(`外れる二次医療圏（${leaving}区域）`);
  });

  test('keeps what is not a number beside its message, and compares nothing meanwhile', async () => {
    const { status, html } = await staff.get('/s/planning/areas?t.area-minority=abc&t.area-population=-5');
    expect(status).toBe(422);
    expect(html).toContain('「医師少数区域」の基準は、0以上の数字で入力してください');
    expect(html).toContain('value="abc"');
    expect(html).toContain('value="-5"');
    expect(html).not.toContain('試算の結果');
  });

  test('reads full-width digits, and refuses an edition that there is not', async () => {
    expect((await staff.get(`/s/planning/areas?t.area-minority=${encodeURIComponent('１７９．３')}`)).status).toBe(200);
    expect((await staff.get('/s/planning/areas?edition=koiki.r99')).status).toBe(422);
  });

  test('is the ministry’s alone', async () => {
    const local = await visitor(await smallCountry(), iwate);
    expect((await local.get('/s/planning/areas')).status).toBe(403);
  });
});
