import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { carried, valuesOf } from '../../bench/visitor.ts';
import { type Browser, browser } from './browser.ts';
import type { Place } from './place.ts';
import type { Play } from './small-play.ts';
import type { Told } from './told.ts';
import type { WebAnswer } from './world/web.ts';

/** How everybody goes about it: look at the page, fill it, press, and look again when it did not work. */
export function manners(place: Place, told: Told, play: Play) {
  const page = (answer: WebAnswer) => ({ ...answer, path: '' });
  const hidden = (answer: WebAnswer, ...names: readonly string[]) => carried(page(answer), ...names);
  const browsers = new Map<string, Promise<Browser>>();
  const as = (actor: Actor): Promise<Browser> => {
    const known = browsers.get(personName(actor)) ?? browser(place, actor);
    browsers.set(personName(actor), known);
    return known;
  };

  /** Does something over until its page says that it is done. */
  async function untilDone(what: string, once: () => Promise<boolean>): Promise<void> {
    for (let time = 0; time < play.tries; time++) {
      if (await once()) return;
      await place.wait(30_000);
    }
    told.inVain.push(what);
  }

  const answerOf = (round: string, organisation: string) =>
    find(place.desk.table, rows.answer, keys.answer(round, organisation));

  return {
    place,
    told,
    play,
    hidden,
    /** What a page shows in the fields of one name. */
    shownIn: (answer: WebAnswer, name: string) => valuesOf(page(answer), name),
    as,
    untilDone,
    answerOf,
  };
}

/** How everybody goes about it, at one place. */
export type Manners = ReturnType<typeof manners>;
