import { onDraft } from '#functions/studio/page.ts';
import { countedLosses, loadPublication } from './load-publication.ts';
import { carryingIn } from './publish-fields.ts';
import { PublishPage } from './publish-page.tsx';

export const getPublish = onDraft(async (open, request, desk) => {
  const view = await loadPublication(open, desk);
  const typed = { from: {}, anew: [], codes: {}, request: desk.world.id() };
  const counted = await countedLosses(view, carryingIn(view, typed), desk);
  return { page: <PublishPage viewer={request} view={view} typed={typed} problems={[]} counted={counted} /> };
});
