import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { messagesByField } from '#functions/components/error-summary.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { SendAtFields } from '#functions/staff/components/send-at.tsx';
import type { AnnouncementPageProps } from './announcement-page.tsx';

const pathOf = ({ view }: AnnouncementPageProps) => `/s/announcements/${view.announcement.id}`;

/** Sends one mail to whoever writes the announcement. */
export const TrialForm = (props: AnnouncementPageProps): VNode => (
  <form method="post" action={`${pathOf(props)}/trial`} class="narrow" noValidate>
    <h2>試し送り</h2>
    <p>同じ文面を1通、自分のアドレスに送ります。配信停止のリンクも本物です。</p>
    <HiddenFields fields={{ csrf: props.viewer.csrf, request: props.request }} />
    <TextField
      id="email"
      label="自分のメールアドレス"
      inputMode="email"
      autocomplete="email"
      value={props.typed.email}
      problem={messagesByField(props.problems).get('email')}
    />
    <p class="buttons">
      <Button>試し送りをする</Button>
    </p>
  </form>
);

/** Says when the announcement goes out, and to how many, in the words of its button. */
export function ScheduleForm(props: AnnouncementPageProps & { readonly reached: number }): VNode {
  return (
    <form method="post" action={`${pathOf(props)}/schedule`} class="narrow" noValidate>
      <h2>送信の予約</h2>
      <p>予約した日時から5分以内に送り始めます。それまでは取り消せます。配信停止の申し出は、送る直前まで反映します。</p>
      <HiddenFields fields={{ csrf: props.viewer.csrf, count: props.reached }} />
      <SendAtFields typed={props.typed} messages={messagesByField(props.problems)} />
      <p class="buttons">
        <Button kind="primary">{`${props.reached.toLocaleString('en')}人への送信を予約する`}</Button>
      </p>
    </form>
  );
}

interface Act {
  readonly path: string;
  readonly label: string;
  readonly says: string;
  readonly kind: 'primary' | 'secondary' | 'danger';
}

const acts: Readonly<Partial<Record<string, readonly Act[]>>> = {
  scheduled: [
    { path: 'unschedule', label: '予約を取り消す', says: '下書きに戻り、直してまた予約できます。', kind: 'secondary' },
  ],
  sending: [
    {
      path: 'pause',
      label: '送信を一時停止する',
      says: 'すでに送った分は取り消せません。残りは、再開するまで送りません。',
      kind: 'secondary',
    },
  ],
  paused: [
    { path: 'resume', label: '送信を再開する', says: 'まだ送っていない方にだけ送ります。', kind: 'primary' },
    { path: 'end', label: '残りの送信を取りやめる', says: '再開できなくなります。', kind: 'danger' },
  ],
};

/** What may be done with an announcement that is on its way. */
export const Steer = (props: AnnouncementPageProps): VNode => (
  <>
    {acts[props.view.announcement.state]?.map(({ path, label, says, kind }) => (
      <form key={path} method="post" action={`${pathOf(props)}/${path}`}>
        <HiddenFields fields={{ csrf: props.viewer.csrf }} />
        <p>{says}</p>
        <p class="buttons">
          <Button kind={kind}>{label}</Button>
        </p>
      </form>
    ))}
  </>
);
