import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { Layout } from '#functions/components/layout.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';

/** The staff's door. */
export function SignInPage({ viewer, problem }: { viewer: Viewer; problem?: string }): VNode {
  if (viewer.actor.kind === 'ministry' || viewer.actor.kind === 'prefecture') {
    return (
      <StaffLayout {...viewer} title="サインイン">
        <h1>サインインしています</h1>
        <p>
          <a href="/s/home">今日することを開く</a>
        </p>
      </StaffLayout>
    );
  }
  return (
    <Layout
      title="職員のサインイン"
      actor={viewer.actor}
      csrf={viewer.csrf}
      invalid={problem !== undefined}
      scripts={['sign-in']}
    >
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: 'passkey', message: problem }]}
        title="サインインできませんでした"
      />
      <h1>職員のサインイン</h1>
      <p>
        厚生労働省と都道府県の職員の入口です。登録したパスキー（指紋・顔・PINなど）で入ります。パスワードはありません。
      </p>
      <form method="post" action="/s/sign-in" data-passkey="sign-in" data-challenge="/s/sign-in/challenge">
        <HiddenFields fields={{ csrf: viewer.csrf, response: '' }} />
        <p role="alert" class="field__problem" data-problem />
        <p class="buttons" id="passkey" tabIndex={-1}>
          <Button kind="primary">パスキーでサインイン</Button>
        </p>
      </form>
      <noscript>
        <p>パスキーを使うには、ブラウザーのJavaScriptを有効にしてください。</p>
      </noscript>
      <h2>はじめての方・パスキーをなくした方</h2>
      <p>
        同じ所属の方から登録用のリンクを受け取り、<a href="/s/sign-in/register">パスキーを登録</a>してください。
      </p>
    </Layout>
  );
}
