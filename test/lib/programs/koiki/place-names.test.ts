import { describe, expect, test } from 'vitest';
import { r8, r9 } from '#lib/programs/koiki/editions.ts';

describe.each([r8, r9])('what lists call places in $label', ({ places, reference, areas }) => {
  test('prefectures and areas are named as in the tables that judge them', () => {
    const named = ({ rows }: { readonly rows: readonly { readonly code: string; readonly name: string }[] }) =>
      Object.fromEntries(rows.map(({ code, name }) => [code, name]));
    expect(places.prefectures).toEqual(named(reference.prefectures));
    expect(places.areas).toEqual(named(reference.areas));
    expect(Object.values(places.areas)).not.toContain('');
  });

  test('classes are named as in the rule', () => {
    const classes = areas.roles.flatMap((role) => (role.class === null ? [] : [[role.class, role.label]]));
    expect(places.classes).toEqual(classes);
  });
});
