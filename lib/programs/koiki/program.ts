import type { Program } from '#lib/core/program.ts';
import { r8, r9 } from './editions.ts';

/** 広域連携型プログラム: doctors in training of 医師多数県 spend 24 weeks or more at hospitals of 医師少数県等. Newest edition last. */
export const koiki: Program = {
  id: 'koiki',
  name: '広域連携型プログラム',
  shortName: '広域連携',
  editions: [r8, r9],
};
