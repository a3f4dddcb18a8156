import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { MailPreview } from '#functions/staff/components/mail-preview.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { noticeKindWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { carriesLink, isDocumentMail, type WordedMail } from '#lib/core/notices/notice.ts';
import { placeholders, type Wording, type WordingVersion } from '#lib/core/notices/wording.ts';
import type { Letter } from '#lib/core/ports.ts';

export interface WordingPageProps {
  readonly viewer: Viewer;
  readonly kind: WordedMail;
  readonly typed: Wording;
  /** Version that is being edited. */
  readonly seen: number;
  readonly versions: readonly WordingVersion[];
  /** What is typed as a hospital would read it. */
  readonly letter: Letter | undefined;
  readonly problems: readonly FieldProblem[];
  readonly said: string | undefined;
}

/** Edits the wording of one kind of mail, with a preview on real data and every version that was published. */
export function WordingPage(props: WordingPageProps): VNode {
  const { viewer, kind, typed, seen, versions, letter, problems, said } = props;
  const messages = messagesByField(problems);
  const name = noticeKindWords[kind];
  return (
    <StaffLayout
      {...viewer}
      title={name}
      at="/s/notices"
      up={[
        { label: '通知', href: '/s/notices' },
        { label: 'メールの文面', href: '/s/letters' },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>{`文面を直す（${name}）`}</h1>
      <form method="post" action={`/s/letters/${kind}`} novalidate class="narrow">
        <HiddenFields fields={{ csrf: viewer.csrf, seen }} />
        <TextField id="subject" label="件名" required value={typed.subject} problem={messages.get('subject')} />
        <TextArea
          id="body"
          label="本文"
          required
          rows={16}
          help={`段落は空行で分けます。「■ 項目：値」の行は表になります。宛名と、送信者の部署・電話は自動で付きます。${!carriesLink(kind) ? '' : '「{リンク：ボタンの文}」を、前後に空行を入れて1行で入れます。'}${isDocumentMail(kind) ? '送付文は文書ごとに書いたもので、{送付文}のところに入ります。訂正する文書の案内と、開いた日時とお名前が記録されることの説明は、自動で付きます。' : ''}`}
          value={typed.body}
          problem={messages.get('body')}
        />
        <p class="buttons">
          <Button name="act" value="preview">
            見本を見る
          </Button>
          <Button kind="primary" name="act" value="publish">
            公開する
          </Button>
        </p>
      </form>
      <h2>使える差し込み項目</h2>
      <p>{placeholders[kind].map((one) => `{${one}}`).join('　')}</p>
      <h2>見本</h2>
      {letter ? <MailPreview letter={letter} /> : <p>{noSample(props)}</p>}
      <h2>これまでの版</h2>
      <DataTable
        caption="公開した版"
        captionHidden
        columns={[{ label: '版' }, { label: '公開日時' }, { label: '件名' }]}
        rows={versions.map(({ version, publishedAt, subject }) => ({
          key: String(version),
          cells: [
            <a key="link" href={`/s/letters/${kind}?version=${version}`}>
              {`第${version}版`}
            </a>,
            longInstant(publishedAt),
            subject,
          ],
        }))}
        empty="まだ公開された版はありません。初めからの文面を使っています。"
      />
    </StaffLayout>
  );
}

/** Why there is no sample to show. */
function noSample({ kind, problems }: Pick<WordingPageProps, 'kind' | 'problems'>): string {
  if (problems.length > 0) return '上の内容を直すと、見本を作れます。';
  return isDocumentMail(kind)
    ? '文書がまだないため、見本を作れません。'
    : '依頼した調査がまだないため、見本を作れません。';
}
