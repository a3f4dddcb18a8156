import { type Announcement, mailTo, outboxOf, type Subscription } from '#lib/core/announcements/announcement.ts';
import { emptyChain } from '#lib/core/audit/entry.ts';
import { nobody } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';
import { isSealed, partsOfToken } from './unsubscribe-link.ts';

/** What a link for unsubscribing stands for. */
export interface Subscriber {
  readonly announcement: Announcement;
  readonly ref: string;
  readonly subscription: Subscription | undefined;
}

/** Reads a link's token; undefined unless we made it. */
export async function readSubscriber({ table }: Pick<Desk, 'table'>, token: string): Promise<Subscriber | undefined> {
  const parts = partsOfToken(token);
  if (!parts) return undefined;
  const announcement = await find(table, announcementRows.announcement, announcementKeys.announcement(parts.id));
  if (!announcement || !isSealed(announcement, parts.ref, parts.seal)) return undefined;
  return {
    announcement,
    ref: parts.ref,
    subscription: await find(table, announcementRows.subscription, announcementKeys.subscription(parts.ref)),
  };
}

/** How often a writer tries again when another writes beside it. */
const tries = 3;

/** Ends or takes up again what a link stands for; saying it twice changes nothing. */
export async function changeSubscription(
  desk: Desk,
  token: string,
  wanted: boolean,
): Promise<Result<Subscriber, 'no-such-link'>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const found = await readSubscriber(desk, token);
    if (!found) return refuse('no-such-link');
    const { announcement, ref, subscription: before } = found;
    if ((before?.unsubscribedAt === undefined) === wanted) return ok(found);
    const at = desk.world.now();
    const trail = audited(before?.chain ?? emptyChain, {
      aggregate: `subscription#${ref}`,
      at,
      actor: nobody,
      act: wanted ? 'subscription.resume' : 'subscription.end',
      detail: { announcement: announcement.id },
    });
    const mail = await find(desk.table, rows.notice, keys.notice(outboxOf(announcement.id), mailTo(ref)));
    const subscription: Subscription = {
      ref,
      ...(wanted ? {} : { unsubscribedAt: at }),
      announcement: announcement.id,
      domain: String(mail?.vars.domain ?? ''),
      chain: trail.chain,
    };
    const written = await desk.table.commit([
      {
        put: announcementRows.subscription.item(subscription),
        expect: before ? { present: true } : { absent: true },
      },
      trail.write,
    ]);
    if (written.ok) return ok({ announcement, ref, subscription });
  }
  throw new Error('a subscription could not be changed');
}
