import type { VNode } from 'preact';
import { nobody } from '#lib/core/permission/actor.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { TextField } from './fields/text-field.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { Layout } from './layout.tsx';
import { NotificationBanner } from './notification-banner.tsx';

/** What a door says of what lies behind it. */
export interface DoorWords {
  readonly title: string;
  readonly lead: string;
  /** What the code is called. */
  readonly code: string;
  readonly hint: string;
  /** Said to who has just ended their session. */
  readonly ended: string;
}

export interface LinkDoorProps {
  readonly csrf: string;
  /** Where the code is sent. */
  readonly action: string;
  readonly words: DoorWords;
  /** What was typed. */
  readonly code?: string | undefined;
  readonly problem: string | undefined;
  readonly ended?: boolean | undefined;
}

/** Where the link of a mail is opened by a button, so that programs that follow links open nothing. */
export function LinkDoor({ csrf, action, words, code, problem, ended }: LinkDoorProps): VNode {
  return (
    <Layout title={words.title} actor={nobody} invalid={problem !== undefined} scripts={['open', 'landing']}>
      <ErrorSummary problems={problem ? [{ field: 'code', message: problem }] : []} />
      {ended && <NotificationBanner tone="success" title={words.ended} live />}
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <form method="post" action={action} novalidate data-landing>
        <HiddenFields fields={{ csrf }} />
        <p id="ready" hidden>
          メールのリンクを確認しました。次のボタンを押してください。
        </p>
        <div id="typed">
          <TextField
            id="code"
            label={words.code}
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
      <p class="hint">{words.hint}</p>
    </Layout>
  );
}
