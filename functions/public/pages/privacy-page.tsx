import type { VNode } from 'preact';
import { Layout } from '#functions/components/layout.tsx';
import { nobody } from '#lib/core/permission/actor.ts';

/** 個人情報の取扱い, in the words of what the software does. */
export function PrivacyPage(): VNode {
  return (
    <Layout title="個人情報の取扱い" actor={nobody}>
      <h1>個人情報の取扱い</h1>
      <ul>
        <li>担当者の氏名・部署・電話番号・メールアドレスは、調査の依頼、確認、病院間の相談の連絡のために使います。</li>
        <li>回答は、各項目に示した相手だけが見ることができます。</li>
        <li>だれが、いつ、何をしたかを記録しています。</li>
        <li>
          お知らせの宛先は、受け取ることに同意した方だけです。配信はいつでも停止でき、名簿は使い終わったら削除します。
        </li>
        <li>メールの開封や閲覧を追跡する仕組みは使っていません。</li>
      </ul>
    </Layout>
  );
}
