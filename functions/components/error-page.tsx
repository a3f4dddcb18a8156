import type { VNode } from 'preact';
import { nobody } from '#lib/core/permission/actor.ts';
import { Layout } from './layout.tsx';

const words = {
  'not-found': [
    'ページが見つかりません',
    'アドレスが変わったか、終了したか、ご覧になる権限のないページです。メールのリンクからもう一度開いてください。',
  ],
  'not-allowed': ['このページは開けません', 'ご覧になる権限がありません。担当の方のリンクから開いてください。'],
  'signed-out': [
    'もう一度開いてください',
    '一定時間が過ぎたため終了しました。メールのリンクからもう一度開いてください。保存した内容は残っています。',
  ],
  'cross-site': [
    '送信できませんでした',
    '画面を開き直してから、もう一度送信してください。保存した内容は残っています。',
  ],
  unreadable: [
    '送信できませんでした',
    '送られた内容が大きすぎるか、読み取れませんでした。文章を短くするか、ファイルを確かめてください。保存した内容は残っています。',
  ],
  failed: ['処理できませんでした', 'しばらく待ってから、もう一度お試しください。保存した内容は残っています。'],
} as const;

/** A page for what could not be shown, with what to do next. */
export function ErrorPage({ kind }: { readonly kind: keyof typeof words }): VNode {
  const [title, advice] = words[kind];
  return (
    <Layout title={title} actor={nobody}>
      <h1>{title}</h1>
      <p>{advice}</p>
    </Layout>
  );
}
