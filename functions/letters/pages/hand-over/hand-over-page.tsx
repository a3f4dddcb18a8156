import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { TypedContact } from '#lib/usecases/hand-over.ts';

export interface HandOverPageProps {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly answer: Answer;
  readonly hospital: Organisation;
  readonly typed: TypedContact;
  readonly request: string;
  readonly problems: readonly FieldProblem[];
}

/** Makes a colleague the hospital's contact and sends them a link of their own. */
export function HandOverPage(props: HandOverPageProps): VNode {
  const { viewer, round, answer, hospital, typed, request, problems } = props;
  const path = `/s/rounds/${round.id}`;
  const own = `${path}/answers/${answer.organisation}`;
  const messages = messagesByField(problems);
  const [first] = hospital.contacts;
  return (
    <StaffLayout
      {...viewer}
      title="担当者を引き継ぐ"
      at="/s/rounds"
      up={[
        { label: '調査', href: '/s/rounds' },
        { label: round.title, href: path },
        { label: answer.name, href: own },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      <h1>{`担当者を引き継ぐ（${answer.name}）`}</h1>
      <SummaryList
        rows={[
          { key: 'いまの担当者', value: first ? [first.department, first.name].filter(Boolean).join(' ') : '登録なし' },
          { key: 'メール', value: first?.email ?? '登録なし' },
          { key: '電話', value: first?.telephone ?? '登録なし' },
        ]}
      />
      <p>
        新しい担当者に、この調査の回答のリンクを送ります。これからのメールも新しい担当者に届きます。入力済みの内容は残ります。
      </p>
      <p>これまでに送ったリンクは、引き継いだ後もそれぞれの期限まで使えます。前の担当者も引き続き回答できます。</p>
      <form method="post" action={`${own}/hand-over`} novalidate class="narrow">
        <HiddenFields fields={{ csrf: viewer.csrf, request }} />
        <TextField id="name" label="新しい担当者の氏名" required value={typed.name} problem={messages.get('name')} />
        <TextField
          id="department"
          label="部署"
          required={false}
          value={typed.department}
          problem={messages.get('department')}
        />
        <TextField
          id="email"
          label="メールアドレス"
          required
          inputMode="email"
          value={typed.email}
          problem={messages.get('email')}
        />
        <TextField
          id="telephone"
          label="電話番号"
          required={false}
          inputMode="tel"
          tidy
          value={typed.telephone}
          problem={messages.get('telephone')}
        />
        <p class="buttons">
          <Button kind="primary">引き継いで、リンクを送る</Button>
        </p>
      </form>
    </StaffLayout>
  );
}
