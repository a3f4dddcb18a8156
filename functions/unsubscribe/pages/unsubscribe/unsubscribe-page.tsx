import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { Layout } from '#functions/components/layout.tsx';
import { nobody } from '#lib/core/permission/actor.ts';

interface UnsubscribePageProps {
  readonly token: string;
  readonly office: { readonly name: string; readonly telephone: string };
  readonly unsubscribed: boolean;
}

/** Where somebody leaves the announcements with one button, and comes back with another; it names no address. */
export function UnsubscribePage({ token, office, unsubscribed }: UnsubscribePageProps): VNode {
  const title = unsubscribed ? '配信を停止しました' : 'お知らせの配信停止';
  return (
    <Layout title={title} actor={nobody}>
      <h1>{title}</h1>
      <p>
        {unsubscribed
          ? 'このメールを受け取ったアドレスには、これからお知らせを送りません。'
          : '「配信を停止する」を押すと、このメールを受け取ったアドレスには、これからお知らせを送りません。'}
      </p>
      <form method="post" action={`/u/${encodeURIComponent(token)}`}>
        <HiddenFields fields={{ act: unsubscribed ? 'resume' : 'end' }} />
        <p class="buttons">
          {unsubscribed ? <Button>もう一度受け取る</Button> : <Button kind="primary">配信を停止する</Button>}
        </p>
      </form>
      <p>{`お問い合わせ：${office.name}　電話 ${office.telephone}`}</p>
    </Layout>
  );
}
