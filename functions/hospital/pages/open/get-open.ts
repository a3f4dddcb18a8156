import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { OpenPage } from './open-page.tsx';

/** Shows the door; it changes nothing, however often a mail scanner looks at it. */
export const getOpen = ({ csrf, query }: PageRequest): PageResponse => ({
  page: OpenPage({ csrf, ended: query.has('ended') }),
});
