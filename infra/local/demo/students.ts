import { headings } from '#lib/core/announcements/read-recipients.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { chanceOf } from './chance.ts';

/** Fictional universities, one mail domain each. */
const universities = 82;

/** Rows of a list of fictional fifth-year students who agreed, heading first; the same number gives the same list. */
export function fictionalStudents(count: number): readonly (readonly string[])[] {
  const chance = chanceOf('students');
  const rows = Array.from({ length: count }, (_, index) => {
    const university = chance.between(1, universities);
    const prefecture = PREFECTURES[university % PREFECTURES.length]?.name ?? '';
    const day = `2026年${chance.between(4, 9)}月${chance.between(1, 28)}日`;
    const email = `student${index}@u${university}.example`;
    return [email, `架空 学生${index}`, `架空第${university}大学`, prefecture, '5', day];
  });
  return [Object.values(headings), ...rows];
}
