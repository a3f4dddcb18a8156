import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { Pagination } from '#functions/components/pagination.tsx';
import { ProgressBar } from '#functions/components/progress-bar.tsx';
import { DrainLine } from '#functions/staff/components/drain-line.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { State } from '#functions/staff/components/state.tsx';
import { noticeWords } from '#functions/staff/components/state-words.ts';
import { UnknownMails } from '#functions/staff/components/unknown-mails.tsx';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longInstant, shortDay } from '#lib/core/calendar/show-day.ts';
import { type Addressee, isOpened, openingsByPrefecture } from '#lib/core/distributions/addressee.ts';
import { outboxOf } from '#lib/core/distributions/distribution.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import { may } from '#lib/core/permission/table.ts';
import { chaseDays } from './chase-days.ts';
import type { DocumentPageProps } from './document-page.tsx';

const pageSize = 100;
const count = (number: number) => `${number.toLocaleString('en')}件`;

/** Who has opened a document and who has not, with whom to call; and where it is sent again to those who have not. */
export function Openings({ viewer, view, prefecture, page }: DocumentPageProps): VNode {
  const { distribution, addressees, mails, asOf } = view;
  const { id, state, counted = 0 } = distribution;
  const path = `/s/documents/${id}`;
  const national = viewer.actor.kind === 'ministry';
  const listed = prefecture === '' ? addressees : addressees.filter((one) => one.prefecture === prefecture);
  const unopened = listed.filter((one) => !isOpened(one));
  const opened = listed.filter(isOpened).toSorted((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1));
  const pages = Math.max(Math.ceil(Math.max(unopened.length, opened.length) / pageSize), 1);
  const at = Math.min(Math.max(page, 1), pages);
  const onPage = <T,>(all: readonly T[]) => all.slice((at - 1) * pageSize, at * pageSize);
  const hrefOf = (number: number) => `${path}?${new URLSearchParams({ prefecture, page: String(number) })}`;
  const newest = newestMails(mails);
  return (
    <>
      <h2>開封の様子</h2>
      {state === 'sending' && <ProgressBar label="送信の用意" done={addressees.length} total={counted} unit="件" />}
      <DrainLine notices={mails} asOf={asOf} />
      {view.own && <UnknownMails mails={mails} outbox={outboxOf(id)} />}
      <p class="as-of">
        <strong>{`${count(addressees.length)}のうち${count(addressees.filter(isOpened).length)}が開封、${count(addressees.filter((one) => !isOpened(one)).length)}が未開封`}</strong>
        {`・${longInstant(asOf)}現在`}
      </p>
      {addressees.length > 0 && (
        <p class="buttons">
          <LinkButton href={`${path}/openings${prefecture === '' ? '' : `?${new URLSearchParams({ prefecture })}`}`}>
            開封の一覧をCSVでダウンロード
          </LinkButton>
        </p>
      )}
      {national && addressees.length > 0 && (
        <details open={prefecture === ''}>
          <summary>都道府県ごとの開封</summary>
          <DataTable
            caption="都道府県ごとの開封"
            captionHidden
            columns={[
              { label: '都道府県' },
              { label: '配布先', numeric: true },
              { label: '開封', numeric: true },
              { label: '未開封', numeric: true },
            ]}
            rows={openingsByPrefecture(addressees).map(({ prefecture: code, all, opened: seen }) => ({
              key: code,
              cells: [
                <a key="link" href={`${path}?prefecture=${code}`}>
                  {prefectureName(code)}
                </a>,
                count(all),
                count(seen),
                count(all - seen),
              ],
            }))}
          />
        </details>
      )}
      <h2>{`未開封の配布先${prefecture === '' ? '' : `（${prefectureName(prefecture)}）`}`}</h2>
      {prefecture !== '' && national && (
        <p class="buttons">
          <LinkButton href={path}>全国の一覧に戻る</LinkButton>
        </p>
      )}
      <DataTable
        caption={`未開封 ${count(unopened.length)}`}
        columns={[{ label: '配布先' }, { label: '都道府県' }, { label: '担当・電話' }, { label: 'メール' }]}
        rows={onPage(unopened).map((one) => ({
          key: one.organisation,
          cells: [
            one.name,
            prefectureName(one.prefecture),
            <Call key="call" addressee={one} />,
            <MailState key="mail" addressee={one} mail={newest.get(one.organisation)} />,
          ],
        }))}
        empty={addressees.length === 0 ? '送信を用意しています。' : '未開封の配布先はありません。'}
      />
      {state === 'sent' && prefecture === '' && addressees.some((one) => !isOpened(one)) && (
        <form method="post" action={`${path}/chase`} id="chase" tabIndex={-1}>
          <p>
            {national
              ? '未開封の配布先すべてに、もう一度メールを送ります。同じ配布先への再送は、1日に1回までです。'
              : '県内の未開封の配布先に、もう一度メールを送ります。同じ配布先への再送は、1日に1回までです。'}
          </p>
          {may(viewer.actor, 'wording.edit') && (
            <p>
              <a href="/s/letters/document-again">再送のメールの文面を見る・直す</a>
            </p>
          )}
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <p class="buttons">
            <Button kind="primary">未開封に再度送る</Button>
          </p>
        </form>
      )}
      {opened.length > 0 && (
        <details>
          <summary>{`開封した配布先（${count(opened.length)}）`}</summary>
          <DataTable
            caption={`開封 ${count(opened.length)}`}
            columns={[
              { label: '配布先' },
              { label: '都道府県' },
              { label: '担当・電話' },
              { label: '最初に開いた日時' },
              { label: '最初に開いた方・ファイル' },
              { label: '再送' },
            ]}
            rows={onPage(opened).map((one) => ({
              key: one.organisation,
              cells: [
                one.name,
                prefectureName(one.prefecture),
                <Call key="call" addressee={one} />,
                longInstant(one.openedAt ?? ''),
                <span key="opener" class="person">
                  <span>{one.openedBy ?? ''}</span>
                  <span>{one.openedFile ?? ''}</span>
                </span>,
                chaseDays(
                  one,
                  mails.filter(({ organisation }) => organisation === one.organisation),
                )
                  .map(shortDay)
                  .join('、'),
              ],
            }))}
          />
        </details>
      )}
      <Pagination page={at} pages={pages} hrefOf={hrefOf} />
    </>
  );
}

/** Whom to call at an addressee. */
const Call = ({ addressee }: { addressee: Addressee }): VNode => (
  <span class="person">
    <span>{addressee.contact ?? ''}</span>
    <span>{addressee.telephone ?? '電話番号の登録なし'}</span>
  </span>
);

/** What became of the newest mail to an addressee, and when it was sent again. */
const MailState = ({ addressee, mail }: { addressee: Addressee; mail: Notice | undefined }): VNode => (
  <span class="person">
    {mail ? <State word={noticeWords[mail.state]} /> : <span>宛先の登録なし</span>}
    {addressee.chasedOn !== undefined && <span>{`${shortDay(addressee.chasedOn)}に再送`}</span>}
    {mail?.sentAt !== undefined && addressee.chasedOn === undefined && (
      <span>{`${shortDay(dayOfInstant(mail.sentAt))}送信`}</span>
    )}
  </span>
);

const newestMails = (mails: readonly Notice[]): ReadonlyMap<string, Notice> =>
  new Map(mails.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).map((mail) => [mail.organisation, mail]));
