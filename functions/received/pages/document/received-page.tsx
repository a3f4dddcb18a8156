import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { Layout } from '#functions/components/layout.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { ReceivedFiles } from '#functions/documents/pages/document/received-files.tsx';
import { Withdrawn } from '#functions/documents/pages/document/withdrawn.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Addressee } from '#lib/core/distributions/addressee.ts';
import type { Correction, Distribution } from '#lib/core/distributions/distribution.ts';
import { nobody } from '#lib/core/permission/actor.ts';

interface ReceivedPageProps {
  readonly csrf: string;
  /** Whose link it is. */
  readonly name: string;
  readonly distribution: Distribution;
  readonly addressee: Addressee;
  readonly corrections: readonly Correction[];
}

/** A document as whoever it was sent to reads it. */
export function ReceivedPage({ csrf, name, distribution, addressee, corrections }: ReceivedPageProps): VNode {
  const { id, title, note, sender, sentAt } = distribution;
  return (
    <Layout title={title} actor={nobody}>
      {corrections.map((one) => (
        <NotificationBanner key={one.by} tone="warning" title="この文書には訂正があります">
          <p>{`「${one.title}」（${longInstant(one.at)}送信）をご覧ください。別のメールでお送りしています。`}</p>
        </NotificationBanner>
      ))}
      <h1>{title}</h1>
      <Withdrawn distribution={distribution} />
      {!distribution.withdrawn && (
        <>
          <p class="lines">{note}</p>
          <h2>ファイル</h2>
          <ReceivedFiles viewer={{ csrf }} action={`/d/${id}/files`} distribution={distribution} />
        </>
      )}
      <h2>この文書について</h2>
      <SummaryList
        rows={[
          { key: '送信日時', value: longInstant(sentAt ?? distribution.createdAt) },
          { key: '配布先', value: `${addressee.name}　${name}` },
          { key: '問い合わせ先', value: `${sender.name}　電話 ${sender.telephone}` },
        ]}
      />
      <form method="post" action={`/d/${id}/end`}>
        <HiddenFields fields={{ csrf }} />
        <p class="buttons">
          <Button>終了する</Button>
        </p>
      </form>
    </Layout>
  );
}
