import type { Survey } from '#lib/core/program.ts';
import { destinationForm } from './forms/destination.ts';
import { sourceForm } from './forms/source.ts';
import { updateForm } from './forms/update.ts';

/** S1 to S3: what each side tells the other, and the update before talks begin. */
export const surveys: readonly Survey[] = [
  {
    id: 'destination',
    title: '連携先病院の情報',
    form: destinationForm,
    asks: 'destination',
    informs: 'source',
  },
  { id: 'source', title: '連携元病院の情報', form: sourceForm, asks: 'source', informs: 'destination' },
  {
    id: 'update',
    title: '受入可能人数などの更新',
    form: updateForm,
    asks: 'destination',
    informs: 'source',
  },
];
