import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { OfficeFields } from '#functions/staff/components/office-fields.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { announcementPlaceholders } from '#lib/core/announcements/check-announcement.ts';
import type { RecipientList } from '#lib/core/announcements/recipient-list.ts';

/** What is typed of an announcement; `seen` is the version it was read at, 0 for a new one. */
export interface Typed {
  readonly id: string;
  readonly list: string;
  readonly subject: string;
  readonly body: string;
  readonly officeName: string;
  readonly officeTelephone: string;
  readonly seen: number;
}

interface EditPageProps {
  readonly viewer: Viewer;
  readonly typed: Typed;
  readonly lists: readonly RecipientList[];
  readonly problems: readonly FieldProblem[];
}

const help = `段落は空行で分けます。「■ 項目：値」の行は表に、「ことば：https://…」だけの行はリンクになります。宛名、問い合わせ先、配信停止の案内は自動で付きます。差し込めるもの：${announcementPlaceholders.map((name) => `{${name}}`).join('　')}`;

/** Where an announcement is written. */
export function EditPage({ viewer, typed, lists, problems }: EditPageProps): VNode {
  const messages = messagesByField(problems);
  const fresh = typed.seen === 0;
  const title = fresh ? 'お知らせを作る' : 'お知らせを直す';
  return (
    <StaffLayout
      {...viewer}
      title={title}
      at="/s/announcements"
      up={[{ label: 'お知らせ', href: '/s/announcements' }]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      <h1>{title}</h1>
      <p>保存しても、まだ送られません。次のページで、送る相手と見本を確かめてから予約します。</p>
      <form method="post" action={`/s/announcements/${typed.id}/edit`} class="narrow" noValidate>
        <HiddenFields fields={{ csrf: viewer.csrf, seen: typed.seen }} />
        <SelectField
          id="list"
          label="宛先名簿"
          required
          none="選んでください"
          options={lists.map(({ id, name, count }) => ({
            value: id,
            label: `${name}（${count.toLocaleString('en')}人）`,
          }))}
          value={typed.list}
          problem={messages.get('list')}
        />
        <TextField id="subject" label="件名" required value={typed.subject} problem={messages.get('subject')} />
        <TextArea
          id="body"
          label="本文"
          required
          rows={14}
          help={help}
          value={typed.body}
          problem={messages.get('body')}
        />
        <OfficeFields typed={typed} messages={messages} />
        <p class="buttons">
          <Button kind="primary">保存して次へ</Button>
          <LinkButton href={fresh ? '/s/announcements' : `/s/announcements/${typed.id}`}>やめる</LinkButton>
        </p>
      </form>
    </StaffLayout>
  );
}
