import { type Session, sessionHours } from '#lib/core/access/access.ts';
import { later } from '#lib/core/calendar/later.ts';
import { type Actor, nobody } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';

type Door = Pick<Desk, 'table' | 'world'>;

const hashOf = (secret: string): string => sha256(`session:${secret}`);

/** A session that its write opens; the secret goes into the browser's cookie and is kept nowhere else. */
export interface NewSession {
  readonly secret: string;
  readonly secretHash: string;
  readonly expiresAt: string;
  readonly write: Write;
}

/** A session for somebody, to be written with what lets them in; with a link's token hash it ends when that link is taken back. */
export function newSession({ world }: Pick<Door, 'world'>, actor: Actor, link?: string): NewSession {
  const secret = Buffer.from(world.secret()).toString('base64url');
  const createdAt = world.now();
  const hours = actor.kind === 'hospital' ? sessionHours.hospital : sessionHours.staff;
  const expiresAt = later(createdAt, { hours });
  const secretHash = hashOf(secret);
  return {
    secret,
    secretHash,
    expiresAt,
    write: { put: rows.session.item({ actor, createdAt, expiresAt, link, secretHash }) },
  };
}

/** Signs somebody in who needs no account; gives the session's secret. */
export async function openSession(door: Door, actor: Actor, link?: string): Promise<string> {
  const { secret, write } = newSession(door, actor, link);
  await door.table.write(write);
  return secret;
}

/** Who holds this cookie; nobody when it is unknown or over. Read as it was a moment ago, and again as it is now where none was there yet. */
export async function actorOf({ table, world }: Door, secret: string | undefined): Promise<Actor> {
  if (!secret) return nobody;
  const key = keys.session(hashOf(secret));
  const session: Session | undefined =
    (await find(table, rows.session, key, 'lately')) ?? (await find(table, rows.session, key));
  if (!session || session.expiresAt <= world.now()) return nobody;
  if (session.link === undefined) return session.actor;
  const link = await find(table, rows.capability, keys.capability(session.link));
  return link && link.revokedAt === undefined ? session.actor : nobody;
}

/** Signs out; safe to repeat. */
export async function endSession({ table }: Door, secret: string): Promise<void> {
  await table.write({ delete: keys.session(hashOf(secret)) });
}
