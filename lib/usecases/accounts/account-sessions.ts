import type { Write } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import type { Desk } from '../desk.ts';
import { newSession } from '../sessions.ts';
import type { Account } from './account-rows.ts';
import { actorOfAccount } from './read-accounts.ts';

/** Browsers in which one account may be signed in at once; the oldest session ends when there would be more. */
const most = 20;

type OpenSessions = NonNullable<Account['sessions']>;

/** What signs an account's person in: the account must be written in the same transaction, with its new list of sessions. */
export interface Entered {
  readonly secret: string;
  readonly sessions: OpenSessions;
  readonly writes: readonly Write[];
}

/** A session of an account, which knows it from then on. */
export function enter({ world }: Pick<Desk, 'world'>, account: Account): Entered {
  const { secret, secretHash, expiresAt, write } = newSession({ world }, actorOfAccount(account));
  const open = (account.sessions ?? []).filter((one) => one.expiresAt > world.now());
  const stay = open.slice(-(most - 1));
  const gone = open.slice(0, open.length - stay.length);
  return { secret, sessions: [...stay, { secretHash, expiresAt }], writes: [write, ...endings(gone)] };
}

/** What ends every session of an account. */
export const endSessions = ({ sessions = [] }: Pick<Account, 'sessions'>): readonly Write[] => endings(sessions);

const endings = (sessions: OpenSessions): readonly Write[] =>
  sessions.map(({ secretHash }) => ({ delete: keys.session(secretHash) }));
