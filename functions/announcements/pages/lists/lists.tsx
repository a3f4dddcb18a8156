import { field, type PageRequest } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { createList } from '#lib/usecases/announcements/keep-list.ts';
import { allLists } from '#lib/usecases/announcements/read-lists.ts';
import { ListsPage } from './lists-page.tsx';

export const getLists: StaffPage = (request, desk) => show(request, desk);

export const postLists: StaffPage = async (request, desk) => {
  const name = field(request, 'name');
  const created = await createList(desk, request.actor, { name, request: field(request, 'request') });
  return created.ok
    ? { redirect: `/s/recipients/${created.value}` }
    : show(request, desk, { name, problem: created.error });
};

async function show(request: PageRequest, desk: StaffDesk, typed?: { name: string; problem: string }) {
  const lists = await allLists(desk);
  return {
    page: <ListsPage viewer={request} lists={lists} request={desk.world.id()} typed={typed} />,
    status: typed ? 422 : 200,
  };
}
