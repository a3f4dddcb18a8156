import type { PageRequest } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import { type Notice, noticeState } from '#lib/core/notices/notice.ts';
import { may } from '#lib/core/permission/table.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { type Outbox, outboxesFor, readOutbox, unknownByOutbox } from '#lib/usecases/outbox.ts';
import { noticesOf } from '#lib/usecases/read-round.ts';

const pageSize = 100;

/** One page of an outbox as filtered, with the organisations' names. */
export interface NoticesView {
  readonly outboxes: readonly Outbox[];
  readonly outbox: Outbox | undefined;
  /** Those with mails of which nobody knows what became and about which this person may decide, with how many. */
  readonly undecided: readonly { readonly outbox: Outbox; readonly count: number }[];
  readonly state: string;
  readonly all: readonly Notice[];
  readonly found: number;
  readonly notices: readonly Notice[];
  readonly names: ReadonlyMap<string, string>;
  readonly page: number;
  readonly pages: number;
  readonly asOf: string;
}

/** Loads the outbox named in the address, or the newest round's, among those whose mails this person may see; newest mails first. */
export async function loadNotices(desk: StaffDesk, request: PageRequest): Promise<NoticesView> {
  const { actor } = request;
  const [outboxes, unknown] = await Promise.all([outboxesFor(desk, actor), unknownByOutbox(desk)]);
  const outbox = (await outboxAsked(desk, request)) ?? outboxes[0];
  const all = outbox ? await noticesOf(desk, outbox.id) : [];
  const typed = request.query.get('state') ?? '';
  const state = noticeState.options.some((option) => option === typed) ? typed : '';
  const found = all
    .filter((notice) => state === '' || notice.state === state)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const pages = Math.max(Math.ceil(found.length / pageSize), 1);
  const page = Math.min(Math.max(Number.parseInt(request.query.get('page') ?? '1', 10) || 1, 1), pages);
  const notices = found.slice((page - 1) * pageSize, page * pageSize);
  const ids = [...new Set(notices.map(({ organisation }) => organisation))].filter((id) => id !== '');
  const items = await desk.table.getAll(ids.map((id) => keys.organisation(id)));
  return {
    outboxes: outbox && outboxes.every(({ id }) => id !== outbox.id) ? [...outboxes, outbox] : outboxes,
    outbox,
    undecided: outboxes
      .filter(({ office }) => may(actor, 'notice.resend', { office }))
      .flatMap((one) => {
        const count = unknown.get(one.id);
        return count === undefined ? [] : [{ outbox: one, count }];
      }),
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

/** The one that the address, or the form of an act that was refused, names, where this person may see its mails. */
async function outboxAsked(desk: StaffDesk, { actor, query, posted }: PageRequest): Promise<Outbox | undefined> {
  const id = query.get('round') || posted.round?.[0] || '';
  const found = id === '' ? undefined : await readOutbox(desk, id);
  return found && may(actor, 'notice.see', { office: found.office }) ? found : undefined;
}
