import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { sha256 } from '../digest.ts';

/** Most presses of one draft whose repetition is recognised. */
const most = 20;

/** What was done from which page, as a digest; undefined where the page bore no id. */
export const pressOf = (page: string | undefined, act: string): string | undefined =>
  page ? sha256(`${page} ${act}`).slice(0, 16) : undefined;

/** Whether that very act from that very page is done already. */
export const isPressed = ({ presses = [] }: Pick<FormDraft, 'presses'>, press: string | undefined): boolean =>
  press !== undefined && presses.includes(press);

/** The newest presses with one more. */
export const withPress = (presses: readonly string[] = [], press: string | undefined): string[] =>
  [...presses, ...(press === undefined ? [] : [press])].slice(-most);
