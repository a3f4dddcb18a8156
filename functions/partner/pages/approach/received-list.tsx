import type { VNode } from 'preact';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { type Approach, partnerIn } from '#lib/core/approaches/approach.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { approachWord } from './approach-word.ts';

export interface ReceivedListProps {
  readonly received: readonly Approach[];
  readonly organisation: string;
}

/** Conversations that others opened with a hospital, each with whom to answer. */
export const ReceivedList = ({ received, organisation }: ReceivedListProps): VNode => (
  <>
    {received.map((one) => {
      const partner = partnerIn(one, organisation);
      return (
        <section key={partner.id}>
          <h3>{partner.name}</h3>
          <SummaryList
            rows={[
              { key: '状態', value: approachWord[one.state] },
              { key: '届いた日時', value: longInstant(one.startedAt) },
              { key: '相談の内容', value: one.message },
              { key: '担当者', value: one.contact.name },
              { key: 'メール', value: <a href={`mailto:${one.contact.email}`}>{one.contact.email}</a> },
              { key: '電話', value: one.contact.telephone ?? '登録なし' },
            ]}
          />
        </section>
      );
    })}
  </>
);
