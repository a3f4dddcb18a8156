import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { type Option, SelectField } from '#functions/components/fields/select-field.tsx';
import { TextArea } from '#functions/components/fields/text-area.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { roleWords } from '#functions/documents/distribution-words.ts';
import { OfficeFields } from '#functions/staff/components/office-fields.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { AudienceRole } from '#lib/core/distributions/audience.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';

/** What is typed of a document; `seen` is the version it was read at, 0 for a new one. */
export interface Typed {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly officeName: string;
  readonly officeTelephone: string;
  /** Programme and edition, as one value of a pull-down. */
  readonly scheme: string;
  readonly roles: readonly string[];
  readonly prefectures: readonly string[];
  readonly corrects: string;
  readonly seen: number;
}

interface EditPageProps {
  readonly viewer: Viewer;
  readonly typed: Typed;
  readonly schemes: readonly Option[];
  /** Documents that were sent and may be corrected. */
  readonly sent: readonly Option[];
  readonly problems: readonly FieldProblem[];
}

/** Where a document's words and whom it goes to are written. */
export function EditPage({ viewer, typed, schemes, sent, problems }: EditPageProps): VNode {
  const messages = messagesByField(problems);
  const fresh = typed.seen === 0;
  const title = fresh ? '文書を作る' : '文書を直す';
  const national = viewer.actor.kind === 'ministry';
  const roles: readonly AudienceRole[] = national ? ['office', 'destination', 'source'] : ['destination', 'source'];
  return (
    <StaffLayout
      {...viewer}
      title={title}
      at="/s/documents"
      up={[{ label: '文書', href: '/s/documents' }]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      <h1>{title}</h1>
      <p>保存しても、まだ送られません。次のページでファイルを添え、配布先とメールの見本を確かめてから送ります。</p>
      <form method="post" action={`/s/documents/${typed.id}/edit`} class="narrow" noValidate>
        <HiddenFields fields={{ csrf: viewer.csrf, seen: typed.seen }} />
        <TextField id="title" label="件名" required value={typed.title} problem={messages.get('title')} />
        <TextArea
          id="note"
          label="送付文"
          required
          rows={10}
          help="メールと文書のページに載ります。段落は空行で分けます。宛名、ファイルの名前、リンク、問い合わせ先は自動で付きます。"
          value={typed.note}
          problem={messages.get('note')}
        />
        <ChoiceField
          id="roles"
          label="配布先"
          required
          many
          help={national ? undefined : '県内の病院に送ります。'}
          options={roles.map((role) => ({ value: role, label: roleWords[role] }))}
          chosen={typed.roles}
          problem={messages.get('roles')}
        />
        <SelectField
          id="scheme"
          label="連携先・連携元を決める制度と年度"
          options={schemes}
          value={typed.scheme}
          problem={messages.get('scheme')}
        />
        {national && (
          <details open={typed.prefectures.length > 0}>
            <summary>
              {typed.prefectures.length > 0
                ? `都道府県を選ぶ（${typed.prefectures.length}件を選択中）`
                : '都道府県を選ぶ（選ばなければ全国）'}
            </summary>
            <ChoiceField
              id="prefectures"
              label="都道府県"
              many
              options={PREFECTURES.map(({ code, name }) => ({ value: code, label: name }))}
              chosen={typed.prefectures}
            />
          </details>
        )}
        {sent.length > 0 && (
          <SelectField
            id="corrects"
            label="訂正する文書"
            help="前に送った文書の訂正として送るときに選びます。前の文書のページに、訂正があることが載ります。"
            none="訂正ではない"
            options={sent}
            value={typed.corrects}
            problem={messages.get('corrects')}
          />
        )}
        <OfficeFields typed={typed} messages={messages} />
        <p class="buttons">
          <Button kind="primary">保存して次へ</Button>
          <LinkButton href={fresh ? '/s/documents' : `/s/documents/${typed.id}`}>やめる</LinkButton>
        </p>
      </form>
    </StaffLayout>
  );
}
