import type { VNode } from 'preact';
import { Layout } from '#functions/components/layout.tsx';
import { nobody } from '#lib/core/permission/actor.ts';

/** The front door. */
export function HomePage(): VNode {
  return (
    <Layout title="連携" actor={nobody}>
      <h1>医師の地域連携プラットフォーム「連携」</h1>
      <p>医師が足りない地域の病院と、研修医を送り出す病院を結ぶための調査と情報提供を行います。</p>
      <h2>病院の方</h2>
      <p>届いたメールのリンクを開いてください。登録やパスワードは要りません。</p>
      <p>
        <a href="/h/open">回答コードを入力して開く</a>
      </p>
      <h2>厚生労働省・都道府県の方</h2>
      <p>
        <a href="/s/sign-in">職員用の入口</a>
      </p>
    </Layout>
  );
}
