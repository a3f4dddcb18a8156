import type { Program } from '#lib/core/program.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { smallForm } from '#test/support/small-form.ts';

const newest = koiki.editions.slice(-1);

/** The real scheme with its newest edition's rules and areas, asking one small form. */
export const smallPrograms: readonly Program[] = [
  {
    ...koiki,
    editions: newest.map((edition) => ({
      ...edition,
      surveys: [{ id: 'small', title: '小さな調査', form: smallForm, asks: 'destination', informs: 'source' }],
    })),
  },
];
