import { clerks } from './clerks.ts';
import { composers } from './composers.ts';
import { manners } from './manners.ts';
import type { Place } from './place.ts';
import { type Play, smallPlay } from './small-play.ts';
import { staff } from './staff.ts';
import type { Told } from './told.ts';

/** What ministry, prefecture and hospitals do at one place, each as a person does it. */
export function people(place: Place, told: Told, play: Play = smallPlay) {
  const own = manners(place, told, play);
  return { answerOf: own.answerOf, as: own.as, ...staff(own), ...clerks(own), ...composers(own) };
}
