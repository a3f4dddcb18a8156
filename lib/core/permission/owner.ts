import { someText } from '../shapes.ts';
import type { Actor } from './actor.ts';

/** As stored: the two-digit code of the prefecture whose own something is; absent for the ministry's. */
export const owner = someText;

interface Owned {
  readonly owner?: string | undefined;
}

/** The office whose own something is, as the permission table names it: 'ministry', or a prefecture's code. */
export const ownerOf = ({ owner: prefecture }: Owned): string => prefecture ?? 'ministry';

/** Whose own is what somebody makes; the ministry's where no prefecture acts. */
export const ownedBy = (actor: Actor): { readonly owner?: string } =>
  actor.kind === 'prefecture' ? { owner: actor.prefecture } : {};
