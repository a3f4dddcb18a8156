import type { VNode } from 'preact';
import { Layout } from '#functions/components/layout.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { Approach } from '#lib/core/approaches/approach.ts';
import { ReceivedList } from '../approach/received-list.tsx';
import { partnerNav } from '../list/partner-nav.ts';

export interface InboxPageProps {
  readonly request: Pick<PageRequest, 'actor' | 'csrf'>;
  readonly round: string;
  readonly organisation: string;
  readonly received: readonly Approach[];
}

/** 届いた相談: who wishes to talk, and how to answer. */
export function InboxPage({ request, round, organisation, received }: InboxPageProps): VNode {
  return (
    <Layout title="届いた相談" actor={request.actor} csrf={request.csrf} nav={partnerNav(round, 'answer', 'inbox')}>
      <h1>届いた相談</h1>
      <p>
        {received.length === 0
          ? 'まだ相談は届いていません。届いたときは、担当者にメールでもお知らせします。'
          : `${received.length}件の相談が届いています。相手の担当者に、メールか電話でご返信ください。`}
      </p>
      <ReceivedList received={received} organisation={organisation} />
    </Layout>
  );
}
