import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { peopleResponse } from './people-response.ts';

const done: Readonly<Record<string, string>> = {
  invite: '招待のメールを送ります。届くまで数分かかることがあります。',
  revoke: 'リンクを取り消しました。その方は、もう回答のページを開けません。',
};

/** Shows who has a link, and lets somebody else be invited. */
export const getPeople = (request: PageRequest, desk: Desk): Promise<PageResponse> =>
  peopleResponse(request, desk, { said: done[request.query.get('done') ?? ''] });
