import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { Layout } from '#functions/components/layout.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { nobody } from '#lib/core/permission/actor.ts';

const refusals = {
  empty: '文書コードを入力してください。メールのリンクの下に書かれています。',
  unknown: '文書コードが見つかりません。メールのリンクをもう一度開くか、メールのコードを写してください。',
  expired: 'このリンクの期限が過ぎています。メールにある問い合わせ先へご連絡ください。',
} as const;

interface OpenPageProps {
  readonly csrf: string;
  readonly code?: string;
  readonly refused?: keyof typeof refusals;
  readonly ended?: boolean;
}

/** The door to a document: the link of a mail is opened by a button, so that programs that follow links open nothing. */
export function OpenPage({ csrf, code, refused, ended }: OpenPageProps): VNode {
  const problem = refused && refusals[refused];
  return (
    <Layout title="文書を開く" actor={nobody} invalid={problem !== undefined} scripts={['open', 'landing']}>
      <ErrorSummary problems={problem ? [{ field: 'code', message: problem }] : []} />
      {ended && <NotificationBanner tone="success" title="終了しました。" live />}
      <h1>文書を開く</h1>
      <p>事務連絡のメールの専用リンクで開きます。登録やパスワードは要りません。</p>
      <form method="post" action="/d/open" novalidate data-landing>
        <HiddenFields fields={{ csrf }} />
        <p id="ready" hidden>
          メールのリンクを確認しました。次のボタンを押してください。
        </p>
        <div id="typed">
          <TextField
            id="code"
            label="文書コード"
            help="メールに書かれた26文字のコードです。大文字・小文字、全角・半角、ハイフンの有無は問いません。"
            value={code}
            problem={problem}
            size={36}
          />
        </div>
        <div class="buttons">
          <Button kind="primary">開く</Button>
        </div>
      </form>
      <p class="hint">このリンクは、メールを受け取った機関専用です。</p>
    </Layout>
  );
}
