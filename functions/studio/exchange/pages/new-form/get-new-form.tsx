import type { StudioPage } from '#functions/studio/page.ts';
import { NewFormPage } from './new-form-page.tsx';
import { startsFor } from './starts.ts';

export const getNewForm: StudioPage = async (request, desk) => {
  const starts = await startsFor(desk, request.actor);
  const typed = { title: '', start: request.query.get('start') ?? '', request: desk.world.id() };
  return { page: <NewFormPage viewer={request} starts={starts} typed={typed} problems={[]} /> };
};
