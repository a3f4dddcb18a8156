import type { PageRequest } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import { type Notice, noticeState } from '#lib/core/notices/notice.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { allRounds, noticesOf } from '#lib/usecases/read-round.ts';

const pageSize = 100;

/** One page of a round's outbox as filtered, with the hospitals' names. */
export interface NoticesView {
  readonly rounds: readonly Round[];
  readonly round: Round | undefined;
  readonly state: string;
  readonly all: readonly Notice[];
  readonly found: number;
  readonly notices: readonly Notice[];
  readonly names: ReadonlyMap<string, string>;
  readonly page: number;
  readonly pages: number;
  readonly asOf: string;
}

/** Loads the outbox of the round in the address, or of the newest one, among those whose mails this person may see; newest mails first. */
export async function loadNotices(desk: StaffDesk, request: PageRequest): Promise<NoticesView> {
  const rounds = (await allRounds(desk)).filter(
    (each) =>
      may(request.actor, 'notice.see', { office: ownerOf(each) }) &&
      ((each.state !== 'preparing' && each.state !== 'cancelled') || each.checkedAt !== undefined),
  );
  const asked = request.query.get('round');
  const round = rounds.find(({ id }) => id === asked) ?? rounds[0];
  const all = round ? await noticesOf(desk, round.id) : [];
  const typed = request.query.get('state') ?? '';
  const state = noticeState.options.some((option) => option === typed) ? typed : '';
  const found = all
    .filter((notice) => state === '' || notice.state === state)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const pages = Math.max(Math.ceil(found.length / pageSize), 1);
  const page = Math.min(Math.max(Number.parseInt(request.query.get('page') ?? '1', 10) || 1, 1), pages);
  const notices = found.slice((page - 1) * pageSize, page * pageSize);
  const ids = [...new Set(notices.map(({ organisation }) => organisation))];
  const items = await desk.table.getAll(ids.map((id) => keys.organisation(id)));
  return {
    rounds,
    round,
    state,
    all,
    found: found.length,
    notices,
    names: new Map(items.map((item) => rows.organisation.read(item)).map(({ id, name }) => [id, name])),
    page,
    pages,
    asOf: desk.world.now(),
  };
}
