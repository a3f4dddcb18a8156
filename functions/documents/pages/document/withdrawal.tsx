import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { messagesByField } from '#functions/components/error-summary.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import type { DocumentPageProps } from './document-page.tsx';

/** Withdraws a document that was sent. */
export function WithdrawForm({ viewer, view, problems, typed }: DocumentPageProps): VNode | null {
  const { distribution, own } = view;
  if (!own || (distribution.state !== 'sent' && distribution.state !== 'sending')) return null;
  const problem = messagesByField(problems).get('reason');
  return (
    <details open={problem !== undefined}>
      <summary>誤って送った文書を差し止める</summary>
      <p>
        配布先はこの文書のファイルを開けなくなり、リンクを開くと理由が表示されます。まだ出ていないメールは送りません。差し止めは取り消せません。正しい文書は、訂正する文書として送ってください。
      </p>
      <form method="post" action={`/s/documents/${distribution.id}/withdraw`} novalidate>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <TextArea
          id="reason"
          label="差し止める理由"
          help="配布先の方が読みます。"
          required
          rows={3}
          value={typed.reason}
          problem={problem}
        />
        <p class="buttons">
          <Button>差し止める</Button>
        </p>
      </form>
    </details>
  );
}

/** Deletes a draft without files. */
export const DiscardForm = ({ viewer, view: { distribution } }: DocumentPageProps): VNode =>
  distribution.files.length > 0 ? (
    <p>この下書きを削除するには、先にファイルを取り消してください。</p>
  ) : (
    <form method="post" action={`/s/documents/${distribution.id}/discard`}>
      <HiddenFields fields={{ csrf: viewer.csrf, version: distribution.version }} />
      <p class="buttons">
        <Button>この下書きを削除する</Button>
      </p>
    </form>
  );
