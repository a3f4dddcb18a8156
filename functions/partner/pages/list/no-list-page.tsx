import type { VNode } from 'preact';
import { Layout } from '#functions/components/layout.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { NoList } from '#lib/usecases/open-list.ts';
import { partnerNav } from './partner-nav.ts';

const words: Readonly<Record<NoList['kind'], readonly [string, string]>> = {
  'no-such-round': [
    '一覧が見つかりません',
    'アドレスが変わったか、終了した調査です。メールのリンクからもう一度開いてください。',
  ],
  'not-released': ['一覧はまだできていません', '回答の提供が済むと、ここに一覧が表示されます。'],
  'not-listed': [
    '貴院のための一覧はありません',
    'この調査では、貴院に提供する一覧がありません。理由は「なぜ対象か」のページでご覧になれます。',
  ],
};

/** Said where a hospital has no list. */
export function NoListPage(props: {
  readonly request: Pick<PageRequest, 'actor' | 'csrf'>;
  readonly round: string;
  readonly kind: NoList['kind'];
}): VNode {
  const [title, text] = words[props.kind];
  return (
    <Layout
      title={title}
      actor={props.request.actor}
      csrf={props.request.csrf}
      nav={partnerNav(props.round, 'list', 'list')}
    >
      <h1>{title}</h1>
      <p>{text}</p>
    </Layout>
  );
}
