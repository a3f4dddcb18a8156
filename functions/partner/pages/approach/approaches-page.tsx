import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { Layout } from '#functions/components/layout.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { StatusLabel } from '#functions/components/status-label.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import { type Approach, partnerIn } from '#lib/core/approaches/approach.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { partnerNav } from '../list/partner-nav.ts';
import { PartnerStyle } from '../list/partner-style.tsx';
import { approachWord } from './approach-word.ts';
import { ReceivedList } from './received-list.tsx';

export interface ApproachesPageProps {
  readonly request: Pick<PageRequest, 'actor' | 'csrf'>;
  readonly round: string;
  readonly organisation: string;
  readonly sent: readonly Approach[];
  readonly received: readonly Approach[];
  /** The conversation that was just begun. */
  readonly begun: Approach | undefined;
}

/** 相談の状況: a hospital's own conversations, with where each stands. */
export function ApproachesPage({ request, round, organisation, sent, received, begun }: ApproachesPageProps): VNode {
  return (
    <Layout title="相談の状況" actor={request.actor} csrf={request.csrf} nav={partnerNav(round, 'list', 'approaches')}>
      <PartnerStyle />
      {begun && (
        <NotificationBanner
          tone="success"
          live
          title={`${partnerIn(begun, organisation).name}に相談を申し込みました。`}
        >
          <p>相手の担当者にメールを送ります。返信は、貴院の担当者のメールに直接届きます。</p>
        </NotificationBanner>
      )}
      <h1>相談の状況</h1>
      <DataTable
        caption={`貴院から申し込んだ相談 ${sent.length}件`}
        columns={[{ label: '病院' }, { label: '状態' }, { label: '申し込んだ日時' }, { label: '相談の内容' }]}
        rows={sent.map((one) => {
          const partner = partnerIn(one, organisation);
          return {
            key: partner.id,
            cells: [
              <a key="name" href={`/h/rounds/${round}/list/${encodeURIComponent(partner.id)}`}>
                {partner.name}
              </a>,
              <StatusLabel key="state" tone="info">
                {approachWord[one.state]}
              </StatusLabel>,
              longInstant(one.startedAt),
              <span key="message" class="message">
                {one.message}
              </span>,
            ],
          };
        })}
        empty="まだ相談を申し込んでいません。一覧から病院を選び、病院シートの「相談を申し込む」を押してください。"
      />
      {received.length > 0 && (
        <>
          <h2>{`届いた相談 ${received.length}件`}</h2>
          <ReceivedList received={received} organisation={organisation} />
        </>
      )}
    </Layout>
  );
}
