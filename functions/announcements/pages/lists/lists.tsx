import type { AnnouncementDesk, AnnouncementSitePage } from '#functions/announcements/page.ts';
import { field, type PageRequest } from '#functions/site/request.ts';
import { createList } from '#lib/usecases/announcements/keep-list.ts';
import { allLists } from '#lib/usecases/announcements/read-lists.ts';
import { ListsPage } from './lists-page.tsx';

export const getLists: AnnouncementSitePage = (request, desk) => show(request, desk);

export const postLists: AnnouncementSitePage = async (request, desk) => {
  const name = field(request, 'name');
  const created = await createList(desk, request.actor, { name, request: field(request, 'request') });
  return created.ok
    ? { redirect: `/s/recipients/${created.value}` }
    : show(request, desk, { name, problem: created.error });
};

async function show(request: PageRequest, desk: AnnouncementDesk, typed?: { name: string; problem: string }) {
  const lists = await allLists(desk);
  return {
    page: <ListsPage viewer={request} lists={lists} request={desk.world.id()} typed={typed} />,
    status: typed ? 422 : 200,
  };
}
