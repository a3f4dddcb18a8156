import type { ExportChoice, ExportShape } from './answer-export.ts';

/** What pages and file names call the shapes of an export. */
export const SHAPES: Readonly<Record<ExportShape, string>> = { long: '縦持ち', wide: '横持ち', pretty: '読むための表' };

/** What they call whose answers are in it. */
export const CHOICES: Readonly<Record<ExportChoice, string>> = {
  approved: '承認済',
  submitted: '提出済と承認済',
  all: 'すべての病院',
};
