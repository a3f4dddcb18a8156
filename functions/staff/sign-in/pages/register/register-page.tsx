import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { Layout } from '#functions/components/layout.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';

/** Where a one-time code becomes a passkey; the link's code rides in the fragment, and the page's script puts it into the field. */
export const RegisterPage = ({ viewer, code, problem }: { viewer: Viewer; code: string; problem?: string }): VNode => (
  <Layout
    title="パスキーの登録"
    actor={viewer.actor}
    csrf={viewer.csrf}
    invalid={problem !== undefined}
    scripts={['sign-in']}
  >
    <ErrorSummary problems={problem === undefined ? [] : [{ field: 'code', message: problem }]} />
    <h1>パスキーの登録</h1>
    <p>この端末の指紋・顔・PINなどで、次からサインインできるようにします。登録コードは一度だけ使えます。</p>
    <form
      method="post"
      action="/s/sign-in/register"
      novalidate
      data-passkey="register"
      data-challenge="/s/sign-in/register/challenge"
    >
      <HiddenFields fields={{ csrf: viewer.csrf, response: '' }} />
      <TextField
        id="code"
        label="登録コード"
        required
        help="受け取ったリンクを開くと、自動で入ります。"
        value={code}
        size={36}
        problem={problem}
      />
      <p role="alert" class="field__problem" data-problem />
      <p class="buttons">
        <Button kind="primary">パスキーを登録する</Button>
      </p>
    </form>
    <noscript>
      <p>パスキーを使うには、ブラウザーのJavaScriptを有効にしてください。</p>
    </noscript>
  </Layout>
);
