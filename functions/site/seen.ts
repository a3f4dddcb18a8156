import type { Actor } from '#lib/core/permission/actor.ts';
import { type Action, may, type Resource } from '#lib/core/permission/table.ts';

/** A resource for whoever may see it; for anybody else there is none, so that no status tells whether it is there. */
export const seen = (actor: Actor, see: Action, resource: Resource | undefined): Resource | undefined =>
  resource && may(actor, see, resource) ? resource : undefined;
