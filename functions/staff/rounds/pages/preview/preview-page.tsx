import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { MailPreview } from '#functions/staff/components/mail-preview.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { closedOn } from '#lib/core/rounds/planned-ladder.ts';
import type { RoundPreview } from '#lib/usecases/preview-round.ts';
import { AddressCheck } from './address-check.tsx';
import { AskedLists } from './asked-lists.tsx';
import { LadderTable } from './ladder-table.tsx';

export interface PreviewPageProps {
  readonly viewer: Viewer;
  readonly preview: RoundPreview;
  readonly problems: readonly FieldProblem[];
}

/** Everything that pressing 依頼を送る will do. */
export function PreviewPage({ viewer, preview, problems }: PreviewPageProps): VNode {
  const { round, program, edition, survey, asked, unresolved, withoutAddress, letter, asOf } = preview;
  const mails = asked.length - withoutAddress.length;
  return (
    <StaffLayout
      {...viewer}
      title={`確認：${round.title}`}
      at="/s/rounds"
      up={[{ label: '調査', href: '/s/rounds' }]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      <h1>送る前の確認</h1>
      <p>まだ何も送られていません。下の内容を確かめてください。</p>
      <SummaryList
        rows={[
          { key: '調査の名前', value: round.title },
          {
            key: '何を聞くか',
            value: `${program.name} ${edition.label} ${survey.title}（約${survey.form.sections.reduce((sum, { minutes }) => sum + minutes, 0)}分）`,
          },
          { key: '依頼先', value: `${asked.length.toLocaleString('en')}病院` },
          { key: '今すぐ送るメール', value: `${mails.toLocaleString('en')}通` },
          { key: '依頼の予定日', value: round.opening === undefined ? '決めていません' : dayWithClash(round.opening) },
          { key: '回答期限', value: dayWithClash(round.due) },
          {
            key: '提供日',
            value:
              round.release === undefined
                ? '提供しません（都道府県と厚生労働省だけが見ます）'
                : dayWithClash(round.release),
          },
          { key: '問い合わせ先', value: `${round.office.name}\n${round.office.telephone}` },
        ]}
      />
      <p>
        <a href={`/s/rounds/${round.id}/plan`}>調査の名前・日程・督促・問い合わせ先を直す</a>
      </p>
      {withoutAddress.length > 0 && (
        <NotificationBanner tone="warning" title={`${withoutAddress.length}病院にはメールアドレスがありません`}>
          <p>依頼先には含まれますが、メールは送られません。電話などで連絡してください。</p>
          <ul>
            {withoutAddress.map(({ hospital }) => (
              <li key={hospital.id}>
                <a href={`/s/organisations/${hospital.id}`}>{hospital.name}</a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {unresolved.length > 0 && (
        <NotificationBanner tone="warning" title={`${unresolved.length}病院は対象かどうか確かめられません（要確認）`}>
          <p>二次医療圏が分からないため、今は依頼先に含まれません。名簿で補うと含まれることがあります。</p>
        </NotificationBanner>
      )}
      <h2>督促の予定</h2>
      <LadderTable round={round} asOf={asOf} />
      <h2>メールの見本</h2>
      {letter ? (
        <>
          <p>1通目の内容です。リンクと回答コードは、送るときに病院ごとに作られます。</p>
          <MailPreview letter={letter} />
        </>
      ) : (
        <p>送るメールがありません。</p>
      )}
      <AskedLists preview={preview} />
      <AddressCheck preview={preview} csrf={viewer.csrf} />
      <h2>依頼を送る</h2>
      <form method="post" action={`/s/rounds/${round.id}/open`} novalidate>
        <HiddenFields fields={{ csrf: viewer.csrf, asked: asked.length }} />
        <Tick
          id="confirm"
          label={`${asked.length.toLocaleString('en')}病院に依頼し、メール${mails.toLocaleString('en')}通を送ることを確かめました`}
          problem={problems[0]?.message}
        />
        <p class="buttons">
          <Button kind="primary">依頼を送る</Button>
        </p>
      </form>
      <form method="post" action={`/s/rounds/${round.id}/cancel`}>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <p class="buttons">
          <Button kind="danger">この準備を取りやめる</Button>
        </p>
      </form>
    </StaffLayout>
  );
}

const dayWithClash = (day: string): string => {
  const closed = closedOn(day);
  return `${longDay(day)}${closed === undefined ? '' : `　※${closed}です`}`;
};
