import type { RecipientList } from '#lib/core/announcements/recipient-list.ts';
import { emptyChain } from '#lib/core/audit/entry.ts';
import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';

/** Lays down an empty list; the same request never makes two. */
export async function createList(
  desk: Desk,
  actor: Actor,
  wish: { readonly name: string; readonly request: string },
): Promise<Result<string, string>> {
  const name = wish.name.trim();
  if (name === '') return refuse('名簿の名前を入力してください。');
  if ([...name].length > 100) return refuse('名簿の名前は100文字以内で入力してください。');
  if (!/^[0-9a-z]{1,40}$/.test(wish.request)) return refuse('画面を開き直して、もう一度お試しください。');
  const at = desk.world.now();
  const act = { aggregate: `recipients#${wish.request}`, at, actor, act: 'recipients.create', detail: { name } };
  const trail = audited(emptyChain, act);
  const list: RecipientList = {
    id: wish.request,
    name,
    count: 0,
    createdAt: at,
    by: personName(actor),
    version: 0,
    chain: trail.chain,
  };
  await desk.table.commit([{ put: announcementRows.recipientList.item(list), expect: { absent: true } }, trail.write]);
  return ok(list.id);
}
