import { type Session, sessionHours } from '#lib/core/access/access.ts';
import { type Actor, nobody } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { SurveyDesk } from './desk.ts';
import { sha256 } from './digest.ts';

type Door = Pick<SurveyDesk, 'table' | 'world'>;

const hashOf = (secret: string): string => sha256(`session:${secret}`);

/** Signs somebody in; the returned secret goes into the browser's cookie and is kept nowhere else. */
export async function openSession({ table, world }: Door, actor: Actor): Promise<string> {
  const secret = Buffer.from(world.secret()).toString('base64url');
  const createdAt = world.now();
  const hours = actor.kind === 'hospital' ? sessionHours.hospital : sessionHours.staff;
  const expiresAt = new Date(Date.parse(createdAt) + hours * 3_600_000).toISOString();
  await table.write({ put: rows.session.item({ actor, createdAt, expiresAt, secretHash: hashOf(secret) }) });
  return secret;
}

/** Who holds this cookie; nobody when it is unknown or over. */
export async function actorOf({ table, world }: Door, secret: string | undefined): Promise<Actor> {
  if (!secret) return nobody;
  const session: Session | undefined = await find(table, rows.session, keys.session(hashOf(secret)));
  return session && session.expiresAt > world.now() ? session.actor : nobody;
}

/** Signs out; safe to repeat. */
export async function endSession({ table }: Door, secret: string): Promise<void> {
  await table.write({ delete: keys.session(hashOf(secret)) });
}
