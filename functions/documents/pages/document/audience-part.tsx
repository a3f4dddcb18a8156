import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { messagesByField } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { roleWords } from '#functions/documents/distribution-words.ts';
import { MailPreview } from '#functions/staff/components/mail-preview.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { SendAtFields } from '#functions/staff/components/send-at.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { AudienceRole } from '#lib/core/distributions/audience.ts';
import type { DocumentPageProps } from './document-page.tsx';
import type { DraftView } from './load-document.ts';

const count = (number: number, unit = '件') => `${number.toLocaleString('en')}${unit}`;

/** Whom a draft goes to, its mail, and the button that sends it. */
export function AudiencePart({
  viewer,
  view,
  draft,
  typed,
  problems,
}: DocumentPageProps & { readonly draft: DraftView }): VNode {
  const { distribution, asOf } = view;
  const messages = messagesByField(problems);
  const { id, audience, files, version } = distribution;
  const { chosen, unresolved } = draft.found;
  const silent = chosen.filter(({ organisation }) => organisation.contacts.length === 0);
  const inRole = (role: AudienceRole, of = chosen) => of.filter(({ roles }) => roles.includes(role)).length;
  const groups = [...Map.groupBy(chosen, ({ organisation }) => organisation.prefecture)];
  return (
    <>
      <h2>配布先</h2>
      <p class="as-of">
        <strong>{count(chosen.length)}</strong>
        {`（${audience.roles.map((role) => `${roleWords[role]} ${count(inRole(role))}`).join('、')}）・${longInstant(asOf)}現在の名簿による`}
      </p>
      {inRole('destination') + inRole('source') + inRole('office') > chosen.length && (
        <p>連携先でも連携元でもある病院には、1通だけ送ります。</p>
      )}
      {silent.length > 0 && (
        <NotificationBanner tone="warning" title={`メールアドレスの登録がない配布先が${count(silent.length)}あります`}>
          <p>{`${silent.map(({ organisation }) => organisation.name).join('、')}。メールは送られません。未開封の一覧に電話番号とともに載ります。`}</p>
        </NotificationBanner>
      )}
      {unresolved.length > 0 && (
        <NotificationBanner
          tone="warning"
          title={`二次医療圏が分からず、連携先かどうか決まらない病院が${count(unresolved.length)}あります`}
        >
          <p>{`${unresolved.map(({ name }) => name).join('、')}。この病院には送られません。`}</p>
        </NotificationBanner>
      )}
      <DataTable
        caption="都道府県ごとの配布先"
        captionHidden
        columns={[
          { label: '都道府県' },
          ...audience.roles.map((role) => ({ label: roleWords[role], numeric: true })),
          { label: '配布先' },
        ]}
        rows={groups.map(([code, all]) => ({
          key: code,
          cells: [
            prefectureName(code),
            ...audience.roles.map((role) => count(inRole(role, all))),
            <details key="names">
              <summary>{count(all.length)}</summary>
              {all.map(({ organisation }) => (
                <div key={organisation.id}>{organisation.name}</div>
              ))}
            </details>,
          ],
        }))}
        empty="この条件に合う配布先はありません。"
      />
      {draft.letter && (
        <>
          <h2>メールの見本</h2>
          <p>はじめの配布先に届くメールです。</p>
          <MailPreview letter={draft.letter} />
        </>
      )}
      {chosen.length > 0 && files.length > 0 && (
        <section id="send" tabIndex={-1} aria-label="送信">
          <h2>送信</h2>
          <p>送信した文書は変えられません。直すときは、訂正する文書を新しく送ります。</p>
          <form method="post" action={`/s/documents/${id}/send`}>
            <HiddenFields fields={{ csrf: viewer.csrf, seen: draft.digest, version }} />
            <p class="buttons">
              <Button kind="primary">{`${count(chosen.length)}の配布先に送る`}</Button>
            </p>
          </form>
          <details open={typed.day !== '' || typed.time !== '' || messages.has('day') || messages.has('time')}>
            <summary>日時を決めて送る</summary>
            <form method="post" action={`/s/documents/${id}/schedule`} class="narrow" noValidate>
              <p>予約した日時から5分以内に、いまの配布先に送り始めます。それまでは取り消せます。</p>
              <HiddenFields fields={{ csrf: viewer.csrf, seen: draft.digest, version }} />
              <SendAtFields typed={typed} messages={messages} />
              <p class="buttons">
                <Button>{`${count(chosen.length)}の配布先への送信を予約する`}</Button>
              </p>
            </form>
          </details>
        </section>
      )}
    </>
  );
}
