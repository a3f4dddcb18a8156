import type { Program } from '#lib/core/program.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { smallForm } from '#test/support/small-form.ts';

const newest = koiki.editions.slice(-1);

/** The small form with a place for pictures, which need not be filled. */
const form: Form = {
  ...smallForm,
  sections: [
    ...smallForm.sections,
    {
      id: 'pictures',
      title: '写真',
      minutes: 1,
      questions: [{ kind: 'file', id: 'pictures', label: '写真', accept: 'image', maxFiles: 2, maxMegabytes: 1 }],
    },
  ],
};

/** The real scheme with its newest edition's rules and areas, asking one small form. */
export const smallPrograms: readonly Program[] = [
  {
    ...koiki,
    editions: newest.map((edition) => ({
      ...edition,
      surveys: [{ id: 'small', title: '小さな調査', form, asks: 'destination', informs: 'source' }],
    })),
  },
];
