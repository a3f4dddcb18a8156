import { onDraft } from '#functions/studio/page.ts';
import { loadPublication } from './load-publication.ts';
import { PublishPage } from './publish-page.tsx';

export const getPublish = onDraft(async (open, request, desk) => ({
  page: (
    <PublishPage
      viewer={request}
      view={await loadPublication(open, desk)}
      typed={{ from: {}, anew: [], codes: {}, request: desk.world.id() }}
      problems={[]}
    />
  ),
}));
